package org.terminal30.dashboard.history;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** The resolutions in which the history is kept, from the windows of the wire to days. Each is a multiple of the one before. */
public enum Level {
    WINDOW(Duration.ofMillis(100), null),
    SECOND(Duration.ofSeconds(1), WINDOW),
    TEN_SECONDS(Duration.ofSeconds(10), SECOND),
    MINUTE(Duration.ofMinutes(1), TEN_SECONDS),
    TEN_MINUTES(Duration.ofMinutes(10), MINUTE),
    HOUR(Duration.ofHours(1), TEN_MINUTES),
    DAY(Duration.ofDays(1), HOUR);

    private final long stepNanos;
    private final @Nullable Level finer;

    Level(Duration step, @Nullable Level finer) {
        this.stepNanos = step.toNanos();
        this.finer = finer;
    }

    /** Width of a cell. Cells begin at multiples of it since the epoch; a window begins where its label says. */
    public long stepNanos() {
        return stepNanos;
    }

    /**
     * The next finer level.
     *
     * @throws IllegalStateException for windows
     */
    public Level finer() {
        if (finer == null) {
            throw new IllegalStateException("there is nothing finer than windows");
        }
        return finer;
    }

    /** The start of the cell that holds a moment. */
    public long floor(long nanos) {
        return nanos - Math.floorMod(nanos, stepNanos);
    }

    /** The first start of a cell that is not before a moment. */
    public long ceil(long nanos) {
        return floor(nanos + stepNanos - 1);
    }

    /** The coarsest level of which every bucket of the grid is made of whole cells. */
    public static Level within(Grid grid) {
        Level coarsest = WINDOW;
        for (Level level : values()) {
            if (grid.stepNanos() % level.stepNanos == 0 && level.floor(grid.anchorNanos()) == grid.anchorNanos()) {
                coarsest = level;
            }
        }
        return coarsest;
    }
}
