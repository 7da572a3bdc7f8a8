package org.terminal30.agent.simulate;

import org.terminal30.hardware.sample.NanoClock;

/** How fast a simulation goes. */
@FunctionalInterface
public interface Pace {
    /** As fast as the computer can. */
    Pace UNHELD = nanos -> {};

    /** The simulation has come so far, in nanoseconds since its beginning; returns when it may go on. */
    void reached(long nanos) throws InterruptedException;

    /**
     * So many seconds of the scenario in each second of a clock, from now on.
     *
     * @param speed above 0; 1 for real time
     */
    static Pace of(double speed, NanoClock wall) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed is %s, must be above 0".formatted(speed));
        }
        long begin = wall.nanoTime();
        return nanos -> {
            wall.pause(Math.round(nanos / speed) - (wall.nanoTime() - begin));
            if (Thread.interrupted()) {
                throw new InterruptedException("the simulation was stopped");
            }
        };
    }
}
