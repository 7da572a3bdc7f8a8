package org.terminal30.hardware.calibration;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;

/**
 * One comparison of a channel with a reference instrument. Its line goes on top of the nominal scale of the channel: the
 * readings here are values that the channel showed without this record, in its unit.
 *
 * @param device the front-end as {@link org.terminal30.hardware.sample.ChannelInfo#device} names it; the record says nothing
 *     about another one
 * @param date the day of the comparison, where the workshop is
 * @param who did it
 * @param meter the reference: make, model, perhaps its number
 * @param low one point of the line
 * @param high the other, with the higher reference
 * @param check a third point that the line was not made from; null when none was taken
 * @param celsius how warm the front-end was; null when nobody looked
 */
public record CalibrationRecord(Channel channel, String device, LocalDate date, String who, String meter, Point low,
        Point high, @Nullable Point check, @Nullable Double celsius) {
    /** So long a comparison is relied on: resistors and references drift. */
    public static final Period VALID_FOR = Period.ofYears(1);
    /** Two points closer than this make of a small error in one a large one elsewhere. */
    public static final double LEAST_DISTANCE = 1;

    /**
     * One voltage, or current, seen by both.
     *
     * @param reading mean of what the channel showed
     * @param reference what the meter showed at the same time
     */
    public record Point(double reading, double reference) {
        public Point {
            if (!Double.isFinite(reading) || !Double.isFinite(reference)) {
                throw new IllegalArgumentException(
                        "a point reads %s at %s, both must be finite".formatted(reading, reference));
            }
        }
    }

    public CalibrationRecord {
        Objects.requireNonNull(channel);
        Objects.requireNonNull(date);
        requireText("device", device);
        requireText("who", who);
        requireText("meter", meter);
        if (!(high.reference() - low.reference() >= LEAST_DISTANCE)) {
            throw new IllegalArgumentException(
                    "the points of %s are at %s and %s, the second must be at least %s above the first".formatted(
                            channel.wireName(), low.reference(), high.reference(), LEAST_DISTANCE));
        }
        if (celsius != null && !Double.isFinite(celsius)) {
            throw new IllegalArgumentException("celsius is %s, must be finite".formatted(celsius));
        }
        line(low, high);
    }

    private static void requireText(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("%s is empty, a calibration has to name it".formatted(name));
        }
    }

    private static Calibration line(Point low, Point high) {
        return Calibration.throughPoints(low.reading(), low.reference(), high.reading(), high.reference());
    }

    /** From the nominal value of the channel to what the reference would show. */
    public Calibration line() {
        return line(low, high);
    }

    /** How far the line misses the check point, positive when it shows too much; null without a check point. */
    public @Nullable Double residual() {
        return check == null ? null : line().apply(check.reading()) - check.reference();
    }

    /** Whether it is time for a new comparison. */
    public boolean isDue(LocalDate today) {
        return today.isAfter(date.plus(VALID_FOR));
    }
}
