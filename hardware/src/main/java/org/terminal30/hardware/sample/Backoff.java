package org.terminal30.hardware.sample;

/**
 * When to look for a lost device again: soon at first, then after twice the time with every failure, up to a longest one. Not
 * safe for use by several threads.
 */
public final class Backoff {
    private final long firstNanos;
    private final long longestNanos;
    private long delayNanos;
    private long dueNanos;
    private boolean failed;

    public Backoff(long firstNanos, long longestNanos) {
        if (firstNanos < 1 || longestNanos < firstNanos) {
            throw new IllegalArgumentException("back-off from %d to %d ns, must be at least 1 and not shrink"
                    .formatted(firstNanos, longestNanos));
        }
        this.firstNanos = firstNanos;
        this.longestNanos = longestNanos;
        this.delayNanos = firstNanos;
    }

    /** The device could not be used at {@code nowNanos}. */
    public void failed(long nowNanos) {
        dueNanos = nowNanos + delayNanos;
        delayNanos = Math.min(2 * delayNanos, longestNanos);
        failed = true;
    }

    /** The device works: the next failure starts small again. */
    public void succeeded() {
        delayNanos = firstNanos;
        failed = false;
    }

    /** Nanoseconds until the next try is due, 0 when it may be made now. */
    public long remainingNanos(long nowNanos) {
        return failed ? Math.max(0, dueNanos - nowNanos) : 0;
    }
}
