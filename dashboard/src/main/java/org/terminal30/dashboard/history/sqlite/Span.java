package org.terminal30.dashboard.history.sqlite;

import org.terminal30.dashboard.history.Level;

/**
 * Ten minutes of one series: what a block holds.
 *
 * @param series its short number
 * @param number of the ten minutes since the epoch
 */
record Span(long series, long number) {
    static Span of(long series, long nanos) {
        return new Span(series, number(nanos));
    }

    static long number(long nanos) {
        return Math.floorDiv(nanos, Level.TEN_MINUTES.stepNanos());
    }

    long startNanos() {
        return number * Level.TEN_MINUTES.stepNanos();
    }

    long endNanos() {
        return startNanos() + Level.TEN_MINUTES.stepNanos();
    }
}
