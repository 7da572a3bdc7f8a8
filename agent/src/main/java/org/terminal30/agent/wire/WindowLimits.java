package org.terminal30.agent.wire;

import java.time.Instant;

/** What a window on the wire can hold. A receiver refuses what lies beyond, so that nothing it keeps can overflow. */
public final class WindowLimits {
    /** Windows are given to the millionth of a volt or ampere: finer than any converter in a car's supply. */
    public static final int STEPS_PER_UNIT = 1_000_000;
    /** Volts or amperes, of either sign. */
    public static final double MAX_VALUE = 10_000;
    /** Samples in 100 ms. */
    public static final long MAX_COUNT = 1_000_000;
    /** Labels before this are refused. */
    public static final Instant EARLIEST = Instant.EPOCH;
    /** So are labels from this on. */
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private WindowLimits() {
    }

    /** The nearest value on the wire. */
    public static double rounded(double value) {
        return Math.rint(value * STEPS_PER_UNIT) / STEPS_PER_UNIT;
    }

    static void check(WireRecord.Window window) throws MalformedLineException {
        value("min", window.minimum(), MAX_VALUE);
        value("max", window.maximum(), MAX_VALUE);
        if (window.count() < 1 || window.count() > MAX_COUNT) {
            throw new MalformedLineException(
                    "the field \"n\" is %d, must be 1 to %d".formatted(window.count(), MAX_COUNT));
        }
        value("sum", window.sum(), MAX_VALUE * window.count());
        if (window.minimum() > window.maximum()) {
            throw new MalformedLineException("the field \"min\" is %s, must not be above \"max\", which is %s"
                    .formatted(window.minimum(), window.maximum()));
        }
        long seconds = Math.floorDiv(window.timeNanos(), NANOS_PER_SECOND);
        if (seconds < EARLIEST.getEpochSecond() || seconds >= LATEST.getEpochSecond()) {
            throw new MalformedLineException(
                    "the time is %d ns, must be in the years 1970 to 2199".formatted(window.timeNanos()));
        }
    }

    private static void value(String field, double value, double limit) throws MalformedLineException {
        if (Math.abs(value) > limit) {
            throw new MalformedLineException(
                    "the field \"%s\" is %s, must be %s to %s".formatted(field, value, -limit, limit));
        }
    }
}
