package org.terminal30.hardware.adc;

import org.terminal30.hardware.sample.NanoClock;

/**
 * Turns at even distances. The thread sleeps until shortly before its turn and looks at the clock for the rest: a sleep ends
 * about 60 µs late on Linux (50 µs of timer slack), a look at the clock costs a core. Used by one thread.
 */
final class SteadyPace {
    /** The part that is not slept. */
    static final long LATE_WAKING_NANOS = 70_000;

    private final NanoClock clock;
    private final long periodNanos;
    private long dueNanos;

    SteadyPace(NanoClock clock, double hertz) {
        this.clock = clock;
        this.periodNanos = Math.round(1e9 / hertz);
        this.dueNanos = clock.nanoTime();
    }

    /**
     * Waits for the next turn, at most a period. One that is late by less than a period is taken at once and the next in its time;
     * whole turns that have passed are left out, not made up for.
     */
    void await() {
        long nowNanos = clock.nanoTime();
        dueNanos += periodNanos;
        if (nowNanos - dueNanos > periodNanos) {
            dueNanos = nowNanos;
        }
        while (dueNanos - nowNanos > LATE_WAKING_NANOS) {
            clock.pause(dueNanos - nowNanos - LATE_WAKING_NANOS);
            nowNanos = clock.nanoTime();
        }
        while (nowNanos < dueNanos) {
            clock.linger(dueNanos - nowNanos);
            nowNanos = clock.nanoTime();
        }
    }
}
