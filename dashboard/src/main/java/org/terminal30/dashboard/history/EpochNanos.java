package org.terminal30.dashboard.history;

import java.time.Instant;

/** Labels of the wire, nanoseconds since the epoch, and the instants of everybody else. */
public final class EpochNanos {
    public static final long PER_MILLI = 1_000_000;
    private static final long PER_SECOND = 1_000_000_000;

    private EpochNanos() {
    }

    /**
     * The label of an instant.
     *
     * @throws ArithmeticException outside the years 1677 to 2262
     */
    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano());
    }

    /** The instant of a label, cut to the millisecond that the interface speaks in. */
    public static Instant instant(long nanos) {
        return Instant.ofEpochMilli(millis(nanos));
    }

    public static long millis(long nanos) {
        return Math.floorDiv(nanos, PER_MILLI);
    }
}
