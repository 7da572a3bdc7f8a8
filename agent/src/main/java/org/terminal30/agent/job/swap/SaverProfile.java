package org.terminal30.agent.job.swap;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import static org.terminal30.agent.detect.Bounds.within;

/**
 * What is known of a memory saver.
 *
 * @param name what stands on it
 * @param noLoadVolts with nothing connected
 * @param ratingAmperes what it can deliver
 * @param diodeVolts what its blocking diode takes while it feeds the car; 0 without a diode
 * @param holdFloorVolts what it holds a car at, at the least
 * @param loadTested when it was last proven under load; null for never
 */
public record SaverProfile(String name, double noLoadVolts, double ratingAmperes, double diodeVolts,
        double holdFloorVolts, @Nullable LocalDate loadTested) {
    /** A saver that has fallen so far below its voltage without load is not alive (rule B3). */
    static final double SAG_VOLTS = 0.8;
    /** What may be asked of a saver, as a share of its rating (rule B6). */
    static final double USABLE_SHARE = 0.8;

    public SaverProfile {
        within("saver.noLoadVolts", noLoadVolts, 5, 16);
        within("saver.ratingAmperes", ratingAmperes, 0.05, 100);
        within("saver.diodeVolts", diodeVolts, 0, 1.5);
        within("saver.holdFloorVolts", holdFloorVolts, 5, 13);
    }

    double minimumVolts() {
        return noLoadVolts - SAG_VOLTS;
    }

    double usableAmperes() {
        return USABLE_SHARE * ratingAmperes;
    }
}
