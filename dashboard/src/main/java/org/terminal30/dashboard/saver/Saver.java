package org.terminal30.dashboard.saver;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.SaverProfile;

/**
 * A memory saver of the workshop.
 *
 * @param name name or number, as it stands on it
 * @param noLoadVolts with nothing connected
 * @param ratingAmperes what it can deliver; null when nobody knows
 * @param diode where its blocking diode is: {@code inside}, {@code box} or {@code none}
 * @param diodeVolts what the diode takes while it feeds the car; 0 without one
 * @param holdFloorVolts what it holds a car at, at the least
 * @param retired no longer used: kept for the jobs that it served
 * @param latestTest null while it was never tested
 * @param testedToday the newest load test of this day, in the workshop's zone, was passed
 */
@Serdeable
public record Saver(long id, String name, double noLoadVolts, @Nullable Double ratingAmperes, String diode,
        double diodeVolts, double holdFloorVolts, @Nullable String remarks, boolean retired,
        @Nullable LoadTest latestTest, boolean testedToday) {

    /** As a job takes it. */
    public SaverProfile profile() {
        return new SaverProfile(name, noLoadVolts, ratingAmperes, diodeVolts, holdFloorVolts);
    }

    /** What its lead has to hold under load: the minimum of a living saver, less what the diode takes. */
    public double testLimitVolts() {
        return profile().minimumVolts() - diodeVolts;
    }
}
