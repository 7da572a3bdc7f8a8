package org.terminal30.dashboard.history.influx;

import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;

/**
 * Ten minutes of a series.
 *
 * @param number of the ten minutes since the epoch
 */
record SpanKey(Series series, long number) {
    static long number(long nanos) {
        return Math.floorDiv(nanos, Level.TEN_MINUTES.stepNanos());
    }

    static long startNanos(long number) {
        return number * Level.TEN_MINUTES.stepNanos();
    }

    long startNanos() {
        return startNanos(number);
    }

    long endNanos() {
        return startNanos(number + 1);
    }
}
