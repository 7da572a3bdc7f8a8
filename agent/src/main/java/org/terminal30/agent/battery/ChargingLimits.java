package org.terminal30.agent.battery;

import org.terminal30.agent.detect.Bounds;

/**
 * Limits of the charging state. A temperature-compensated or smart system needs others: its profile says which.
 *
 * @param minVolts charging at or above
 * @param undercharging undercharging below, in volts; between this and {@code minVolts} only under load
 * @param maxVolts overcharging above
 * @param faultSeconds how long a fault has to last
 * @param chargingSeconds how long charging has to last
 * @param inferredVolts only an alternator or a charger holds the voltage at or above this: the surface charge of real cars was
 *     13.2 to 13.4 V (B5)
 * @param inferredRiseVolts a rise by this much within a minute into the charging limits says the same: surface charge only decays
 * @param inferredSeconds how long either has to last
 * @param maxGapSeconds a longer silence, and what was known of the engine is forgotten
 * @param smart when steps of the voltage are those of a smart alternator
 */
public record ChargingLimits(double minVolts, double undercharging, double maxVolts, int faultSeconds,
        int chargingSeconds, double inferredVolts, double inferredRiseVolts, int inferredSeconds,
        int maxGapSeconds, Smart smart) {

    /** Rule B7; 13.6 V after rule B5; the seconds that B7 does not name and the smart pattern are ours. */
    public static final ChargingLimits DEFAULT = new ChargingLimits(13.2, 12.8, 15.0, 10, 3, 13.6, 0.5, 5, 10,
            new Smart(12.2, 0.4, 0.15, 5, 5, 2, 120));

    public ChargingLimits {
        Bounds.within("charging.minVolts", minVolts, 12.0, 15.0);
        Bounds.within("charging.undercharging", undercharging, 11.5, minVolts);
        Bounds.within("charging.maxVolts", maxVolts, minVolts, 17.0);
        Bounds.within("charging.faultSeconds", faultSeconds, 1, 600);
        Bounds.within("charging.chargingSeconds", chargingSeconds, 1, 600);
        Bounds.within("charging.inferredVolts", inferredVolts, minVolts, maxVolts);
        Bounds.within("charging.inferredRiseVolts", inferredRiseVolts, 0.1, 3.0);
        Bounds.within("charging.inferredSeconds", inferredSeconds, 1, 600);
        Bounds.within("charging.maxGapSeconds", maxGapSeconds, 1, 600);
    }

    /**
     * The pattern of a smart alternator: plateaus between {@code lowestVolts} and the upper charging limit, one following the
     * other by a step, up as well as down, with a charging plateau among them. A drift has no steps; an alternator that fails
     * steps down once and stays, or falls below the range. Loads that are switched again and again on an idling engine can
     * look the same.
     *
     * @param lowestVolts lowest level that such a system regulates to
     * @param stepVolts least difference between two plateaus
     * @param steadyVolts a plateau stays within plus and minus this
     * @param plateauSeconds shortest plateau
     * @param stepSeconds longest way from one plateau to the next
     * @param changes how many make the pattern
     * @param lowSeconds longest time without charging; after that the engine is taken to be off
     */
    public record Smart(double lowestVolts, double stepVolts, double steadyVolts, int plateauSeconds, int stepSeconds,
            int changes, int lowSeconds) {
        public Smart {
            Bounds.within("smart.lowestVolts", lowestVolts, 11.0, 13.2);
            Bounds.within("smart.stepVolts", stepVolts, 0.1, 3.0);
            Bounds.within("smart.steadyVolts", steadyVolts, 0.01, stepVolts);
            Bounds.within("smart.plateauSeconds", plateauSeconds, 2, 600);
            Bounds.within("smart.stepSeconds", stepSeconds, 1, 60);
            Bounds.within("smart.changes", changes, 2, 100);
            Bounds.within("smart.lowSeconds", lowSeconds, 1, 3600);
        }
    }
}
