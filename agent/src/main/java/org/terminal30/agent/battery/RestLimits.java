package org.terminal30.agent.battery;

import org.terminal30.agent.detect.Bounds;

/**
 * When a battery is at rest, and how far its voltage may then be from the one it would settle at.
 *
 * @param steadyVolts at rest the voltage stays within plus and minus this of its slow mean
 * @param minSeconds shortest rest that is judged at all
 * @param settledSeconds after this rest nothing is left of charging (4 to 12 h in the trade)
 * @param loadVolts a fall by this much is a load …
 * @param loadSeconds … which takes the surface charge away in this time (headlights, 1 to 2 min) …
 * @param waitSeconds … after this wait (5 to 10 min)
 * @param surfaceVolts what surface charge may add: so much at first …
 * @param lateSurfaceVolts … and so much after the wait
 * @param recoveryVolts what is missing after a load: so much at first …
 * @param lateRecoveryVolts … and so much after the wait
 * @param readyVolts good enough to work on (B7)
 */
public record RestLimits(double steadyVolts, int minSeconds, int settledSeconds, double loadVolts, int loadSeconds,
        int waitSeconds, double surfaceVolts, double lateSurfaceVolts, double recoveryVolts, double lateRecoveryVolts,
        double readyVolts) {

    /** Rest times of the trade, 12.5 V of rule B7; the volts of surface charge and recovery are workshop lore. */
    public static final RestLimits DEFAULT = new RestLimits(0.05, 60, 4 * 3600, 0.1, 60, 300, 0.4, 0.15, 0.1, 0.03,
            12.5);

    public RestLimits {
        Bounds.within("rest.steadyVolts", steadyVolts, 0.001, 0.5);
        Bounds.within("rest.minSeconds", minSeconds, 10, 3600);
        Bounds.within("rest.settledSeconds", settledSeconds, minSeconds, 48 * 3600);
        Bounds.within("rest.loadVolts", loadVolts, steadyVolts, 2.0);
        Bounds.within("rest.loadSeconds", loadSeconds, 10, 3600);
        Bounds.within("rest.waitSeconds", waitSeconds, minSeconds, settledSeconds);
        Bounds.within("rest.surfaceVolts", surfaceVolts, 0, 1);
        Bounds.within("rest.lateSurfaceVolts", lateSurfaceVolts, 0, surfaceVolts);
        Bounds.within("rest.recoveryVolts", recoveryVolts, 0, 1);
        Bounds.within("rest.lateRecoveryVolts", lateRecoveryVolts, 0, recoveryVolts);
        Bounds.within("rest.readyVolts", readyVolts, 11, 13.5);
    }
}
