package org.terminal30.dashboard.history;

import java.time.Instant;

/**
 * A stretch of time, nanoseconds since the epoch.
 *
 * @param fromNanos inclusive
 * @param toNanos exclusive; not before {@code fromNanos}
 */
public record TimeRange(long fromNanos, long toNanos) {
    public TimeRange {
        if (toNanos < fromNanos) {
            throw new IllegalArgumentException("a range ends at %d, before it begins at %d"
                    .formatted(toNanos, fromNanos));
        }
    }

    public static TimeRange of(Instant from, Instant to) {
        return new TimeRange(EpochNanos.of(from), EpochNanos.of(to));
    }

    /** What both have in common; empty, at this range's start or end, when that is nothing. */
    public TimeRange within(TimeRange limits) {
        long from = Math.clamp(fromNanos, limits.fromNanos, limits.toNanos);
        return new TimeRange(from, Math.clamp(toNanos, from, Math.max(from, limits.toNanos)));
    }

    public boolean isEmpty() {
        return fromNanos == toNanos;
    }
}
