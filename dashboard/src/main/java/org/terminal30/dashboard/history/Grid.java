package org.terminal30.dashboard.history;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a stretch of time is cut into buckets.
 *
 * @param anchorNanos where a bucket begins
 * @param stepNanos width of a bucket, a multiple of {@link #WINDOW_NANOS}
 */
public record Grid(long anchorNanos, long stepNanos) {
    /** The width of a window on the wire, the finest there is. */
    public static final long WINDOW_NANOS = 100_000_000;
    /** A few cells of a {@link Level} each: what is read for a point stays small, whatever the span. */
    private static final List<Long> LADDER = Stream.of(Duration.ofMillis(100), Duration.ofMillis(200),
            Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5),
            Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofMinutes(1),
            Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(20),
            Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3), Duration.ofHours(6),
            Duration.ofHours(12), Duration.ofDays(1)).map(Duration::toNanos).toList();

    public Grid {
        if (stepNanos < WINDOW_NANOS || stepNanos % WINDOW_NANOS != 0) {
            throw new IllegalArgumentException("a step is %d ns, must be a multiple of %d"
                    .formatted(stepNanos, WINDOW_NANOS));
        }
    }

    /**
     * The finest grid of {@linkplain Level levels} or a few of their cells that cuts the range into at most {@code points}
     * buckets. They begin at multiples of the step since the epoch, whatever the range, so that moving it does not move them.
     */
    public static Grid covering(TimeRange range, int points) {
        if (points < 1) {
            throw new IllegalArgumentException("points is %d, must be at least 1".formatted(points));
        }
        for (long step : LADDER) {
            if (buckets(range, step) <= points) {
                return new Grid(floor(range.fromNanos(), step), step);
            }
        }
        long day = Level.DAY.stepNanos();
        long days = Math.ceilDiv(buckets(range, day), points);
        return new Grid(floor(range.fromNanos(), day), days * day);
    }

    /** This grid, or the one of a level's cells where those are wider. */
    public Grid noFinerThan(Level level) {
        return stepNanos >= level.stepNanos() ? this : new Grid(level.floor(anchorNanos), level.stepNanos());
    }

    private static long buckets(TimeRange range, long step) {
        return range.isEmpty()
                ? 0
                : Math.floorDiv(range.toNanos() - 1, step) - Math.floorDiv(range.fromNanos(), step) + 1;
    }

    private static long floor(long nanos, long step) {
        return nanos - Math.floorMod(nanos, step);
    }

    /** The start of the bucket that holds a moment. */
    public long bucket(long nanos) {
        return nanos - Math.floorMod(nanos - anchorNanos, stepNanos);
    }

    /** Whether a bucket holds a single window, which then keeps its own label. */
    public boolean isFinest() {
        return stepNanos == WINDOW_NANOS;
    }
}
