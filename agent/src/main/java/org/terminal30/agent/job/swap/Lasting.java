package org.terminal30.agent.job.swap;

/** A condition that has to hold for a time without a pause. */
final class Lasting {
    private static final long NOT = Long.MIN_VALUE;

    private final long forNanos;
    private long sinceNanos = NOT;
    private long lastNanos = NOT;

    Lasting(long forNanos) {
        this.forNanos = forNanos;
    }

    /** What was seen at this time; {@code gapNanos} without a look are a pause. */
    void observe(boolean holds, long nanos, long gapNanos) {
        boolean paused = lastNanos == NOT || nanos - lastNanos > gapNanos;
        if (!holds) {
            sinceNanos = NOT;
        } else if (sinceNanos == NOT || paused) {
            sinceNanos = nanos;
        }
        lastNanos = nanos;
    }

    /** Whether it has held for its time, as of the last look. */
    boolean isMet() {
        return sinceNanos != NOT && lastNanos - sinceNanos >= forNanos;
    }

    /** Whether it held at the last look. */
    boolean holds() {
        return sinceNanos != NOT;
    }

    void reset() {
        sinceNanos = NOT;
    }
}
