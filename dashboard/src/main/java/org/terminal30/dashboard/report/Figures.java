package org.terminal30.dashboard.report;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Figures of the wire, whose names end in their unit. */
final class Figures {
    private Figures() {
    }

    /** A figure with its unit. */
    static String of(String name, double value) {
        if (name.endsWith("Volts")) {
            return Written.volts(value);
        }
        if (name.endsWith("Amperes")) {
            return Written.number(value) + " A";
        }
        if (name.endsWith("Millis")) {
            return Written.duration(value);
        }
        if (name.endsWith("MillivoltsPerHour")) {
            return "%.0f mV/h".formatted(value);
        }
        if (name.endsWith("Hours")) {
            return Written.duration(TimeUnit.HOURS.toMillis(1) * value);
        }
        if (name.endsWith("Seconds")) {
            return Written.duration(value * 1000);
        }
        return value == Math.rint(value) ? "%.0f".formatted(value) : Written.number(value);
    }

    /** All of a step, in a fixed order. */
    static String of(Map<String, Double> figures) {
        return figures.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(figure -> of(figure.getKey(), figure.getValue())).collect(Collectors.joining(", "));
    }

    /**
     * What was found and against which limit, as the pages say it: "Backup is dead: 1.00 V, limit 11.20 V".
     *
     * @param source where the limit comes from, in words
     */
    static String evidence(String text, @Nullable Double value, @Nullable Double limit, @Nullable String unit,
            @Nullable String source) {
        String from = source == null ? "" : " (" + source + ")";
        List<String> shown = Stream.of(value == null ? "" : withUnit(value, unit),
                limit == null ? "" : "limit " + withUnit(limit, unit) + from).filter(part -> !part.isEmpty()).toList();
        return shown.isEmpty() ? text : text + ": " + String.join(", ", shown);
    }

    static String withUnit(double value, @Nullable String unit) {
        if (unit == null) {
            return Written.number(value);
        }
        return unit.equals("s") ? Written.duration(value * 1000) : Written.number(value) + " " + unit;
    }
}
