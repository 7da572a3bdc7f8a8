package org.terminal30.agent.calibrate;

import java.util.Optional;

import org.terminal30.hardware.calibration.CalibrationRecord;
import org.terminal30.hardware.calibration.CalibrationRecord.Point;

/** What a comparison must not look like, and what is then likely to be wrong. */
public final class Plausibility {
    /** Two resistors of 1 % in a divider, a reference of some tenths, and a margin: what lies outside is another fault. */
    public static final double GAIN_TOLERANCE = 0.05;
    /** What a calibrated channel promises. */
    public static final double MOST_RESIDUAL = 0.015;
    /** What an uncalibrated channel may be wrong by, at any voltage. */
    private static final double FAR = 0.5;
    private static final double SAME = 0.15;

    private Plausibility() {
    }

    /** Why meter and reading cannot both be right; empty when they can. */
    static Optional<String> doubt(Point point) {
        double reading = point.reading();
        double meter = point.reference();
        if (Math.abs(meter - reading) <= Math.max(FAR, GAIN_TOLERANCE * Math.abs(reading))) {
            return Optional.empty();
        }
        return Optional.of(cause(reading, meter));
    }

    private static String cause(double reading, double meter) {
        if (near(-meter, reading)) {
            return "the signs differ: are the meter's leads swapped?";
        }
        if (near(meter / 1000, reading) || near(meter * 1000, reading)) {
            return "they differ by a thousand: type volts, not millivolts (12.63, not 12630)";
        }
        if (Math.abs(reading) < FAR) {
            return "the bay reads nothing: is its sense lead on the supply, is its fuse whole, is the ground connected?";
        }
        if (Math.abs(meter) < FAR) {
            return "the meter shows nothing: is it on DC volts, are its leads in the right sockets?";
        }
        return "are both leads on the same two points, is the ground of the bay connected, is it the right channel, and "
                + "are the resistors in bay.toml those that are soldered in?";
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= SAME * Math.abs(other);
    }

    /** Why the line is more than parts can explain; empty when it is not. */
    public static Optional<String> doubt(CalibrationRecord record) {
        double gain = record.line().gain();
        return Math.abs(gain - 1) <= GAIN_TOLERANCE
                ? Optional.empty()
                : Optional
                        .of(("the scale would change by %+.1f %%, resistors of 1 %% explain 2 %%: are the resistors in "
                                + "bay.toml those that are soldered in, and were both voltages read at rest?")
                                .formatted((gain - 1) * 100));
    }
}
