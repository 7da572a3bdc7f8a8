package org.terminal30.agent.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.calibration.CalibrationRecord;
import org.terminal30.hardware.calibration.CalibrationRecord.Point;
import org.terminal30.hardware.sample.Channel;

/** Reads one {@code [[calibration]]}. */
final class CalibrationSection {
    private static final double WIDEST = 10_000;
    private static final double COLDEST_CELSIUS = -60;
    private static final double HOTTEST_CELSIUS = 150;

    private CalibrationSection() {
    }

    /** Empty after a fault. */
    static Optional<CalibrationRecord> record(Section in) {
        String name = in.text("channel", "one of " + Channel.wireNames());
        Optional<Channel> channel = Channel.ofWireName(name);
        if (!name.isEmpty() && channel.isEmpty()) {
            in.fault("channel", name, "one of " + Channel.wireNames());
        }
        String device = in.text("device", "the front-end as terminal30-agent calibrate names it");
        Optional<LocalDate> date = date(in);
        String who = in.text("who", "who did it");
        String meter = in.text("meter", "the reference meter");
        Optional<Point> low = point(in, "low");
        Optional<Point> high = point(in, "high");
        Optional<Point> check = in.has("check") ? point(in, "check") : Optional.empty();
        // Follows from the points; it stands in the file for people.
        in.numberOr("residual", 0, -WIDEST, WIDEST);
        Double celsius = in.has("celsius") ? celsius(in) : null;
        in.done();
        if (channel.isEmpty() || device.isEmpty() || date.isEmpty() || who.isEmpty() || meter.isEmpty() || low.isEmpty()
                || high.isEmpty()) {
            return Optional.empty();
        }
        return checked(in, channel.get(), () -> new CalibrationRecord(channel.get(), device, date.get(), who, meter,
                low.get(), high.get(), check.orElse(null), celsius));
    }

    private interface Made {
        CalibrationRecord make();
    }

    private static Optional<CalibrationRecord> checked(Section in, Channel channel, Made made) {
        try {
            return Optional.of(made.make());
        } catch (IllegalArgumentException invalid) {
            in.fault("channel", "%s: %s".formatted(channel.wireName(), invalid.getMessage()));
            return Optional.empty();
        }
    }

    private static @Nullable Double celsius(Section in) {
        return in.numberOr("celsius", 0, COLDEST_CELSIUS, HOTTEST_CELSIUS);
    }

    private static Optional<LocalDate> date(Section in) {
        String text = in.text("date", "a day such as 2026-05-01");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException invalid) {
            in.fault("date", text, "a day such as 2026-05-01");
            return Optional.empty();
        }
    }

    private static Optional<Point> point(Section in, String key) {
        if (!in.has(key)) {
            in.fault(key, "missing", "a point such as { reading = 9.93, meter_shows = 10.00 }");
        }
        return in.section(key).flatMap(point -> {
            double reading = point.numberOr("reading", Double.NaN, -WIDEST, WIDEST);
            double reference = point.numberOr("meter_shows", Double.NaN, -WIDEST, WIDEST);
            point.done();
            if (Double.isNaN(reading) || Double.isNaN(reference)) {
                point.fault("reading", reading, "a number, and so must meter_shows");
                return Optional.empty();
            }
            return Optional.of(new Point(reading, reference));
        });
    }
}
