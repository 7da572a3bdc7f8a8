package org.terminal30.dashboard.history;

/**
 * How a stretch of time is cut into buckets.
 *
 * @param anchorNanos where a bucket begins
 * @param stepNanos width of a bucket, a multiple of {@link #WINDOW_NANOS}
 */
public record Grid(long anchorNanos, long stepNanos) {
    /** The width of a window on the wire, the finest there is. */
    public static final long WINDOW_NANOS = 100_000_000;

    public Grid {
        if (stepNanos < WINDOW_NANOS || stepNanos % WINDOW_NANOS != 0) {
            throw new IllegalArgumentException("a step is %d ns, must be a multiple of %d"
                    .formatted(stepNanos, WINDOW_NANOS));
        }
    }

    /** The finest grid that cuts the range into at most {@code points} buckets. */
    public static Grid covering(TimeRange range, int points) {
        if (points < 1) {
            throw new IllegalArgumentException("points is %d, must be at least 1".formatted(points));
        }
        long perBucket = Math.ceilDiv(range.toNanos() - range.fromNanos(), points);
        long windows = Math.max(1, Math.ceilDiv(perBucket, WINDOW_NANOS));
        return new Grid(range.fromNanos(), windows * WINDOW_NANOS);
    }

    /** Whether a bucket holds a single window, which then keeps its own label. */
    public boolean isFinest() {
        return stepNanos == WINDOW_NANOS;
    }
}
