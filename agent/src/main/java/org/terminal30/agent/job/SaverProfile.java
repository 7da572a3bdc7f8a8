package org.terminal30.agent.job;

import org.jspecify.annotations.Nullable;

import static org.terminal30.agent.detect.Bounds.within;

/**
 * What is known of a memory saver.
 *
 * @param name what stands on it
 * @param noLoadVolts with nothing connected
 * @param ratingAmperes what it can deliver; null when nobody knows
 * @param diodeVolts what its blocking diode takes while it feeds the car; 0 without a diode
 * @param holdFloorVolts what it holds a car at, at the least
 */
public record SaverProfile(String name, double noLoadVolts, @Nullable Double ratingAmperes, double diodeVolts,
        double holdFloorVolts) {
    /** A saver that has fallen so far below its voltage without load is not alive (rule B3). */
    static final double SAG_VOLTS = 0.8;
    /** What may be asked of a saver, as a share of its rating (rule B6). */
    static final double USABLE_SHARE = 0.8;

    public SaverProfile {
        within("saver.noLoadVolts", noLoadVolts, 5, 16);
        if (ratingAmperes != null) {
            within("saver.ratingAmperes", ratingAmperes, 0.05, 100);
        }
        within("saver.diodeVolts", diodeVolts, 0, 1.5);
        within("saver.holdFloorVolts", holdFloorVolts, 5, 13);
    }

    /** Below this it is not alive. */
    public double minimumVolts() {
        return noLoadVolts - SAG_VOLTS;
    }

    /** For people: "BAT 415, 13.5 V without load, up to 15 A". */
    public String inWords() {
        String words = "%s, %s V without load".formatted(name, noLoadVolts);
        return ratingAmperes == null ? words : "%s, up to %s A".formatted(words, ratingAmperes);
    }

    /** More than this is not to be asked of it; null when nobody knows. */
    public @Nullable Double usableAmperes() {
        return ratingAmperes == null ? null : (Double) (USABLE_SHARE * ratingAmperes);
    }
}
