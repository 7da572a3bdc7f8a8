package org.terminal30.hardware.serial;

/**
 * Spaces the rows of a stream evenly on the device's clock. The rows themselves are as regular as the converter that took them,
 * but a device stamps a frame when it gets round to it; so a frame begins where the rows before it say, and moves towards its
 * stamp by little. The number of the row also tells how often the stamp, which wraps after 71 minutes, has wrapped since.
 */
final class RowClock {
    /** A stamp that is further off than this tells that the rows have not been as regular as they should. */
    static final long MAX_JITTER_NANOS = 5_000_000;
    private static final int SMOOTHING = 16;

    private boolean begun;
    private long firstNanos;

    /**
     * Where a frame begins, on a clock that does not wrap. Never before the end of the frame before it, unless the stamps say
     * that the interval is wrong.
     *
     * @param stampMicros when the device says that the first row was taken, modulo 2^32
     * @param rowsSince rows since the first one of the last frame, those lost included
     */
    long place(long stampMicros, long rowsSince, long intervalNanos) {
        if (begun) {
            long expectedNanos = firstNanos + rowsSince * intervalNanos;
            long error = (int) (stampMicros - Math.floorDiv(expectedNanos, 1000L)) * 1000L;
            // Less than an interval: the last row of the frame before stays before the first one of this.
            firstNanos = expectedNanos + (Math.abs(error) > MAX_JITTER_NANOS
                    ? error
                    : Math.clamp(error / SMOOTHING, -intervalNanos / 2, intervalNanos / 2));
        } else {
            firstNanos = stampMicros * 1000;
            begun = true;
        }
        return firstNanos;
    }

    /** Lets the next frame begin anew. */
    void restart() {
        begun = false;
    }
}
