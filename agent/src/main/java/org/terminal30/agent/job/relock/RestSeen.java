package org.terminal30.agent.job.relock;

import java.util.Optional;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.battery.ParkedCourse;

/** What the courses of the parked car's voltage came to. Used by one thread. */
final class RestSeen {
    private final RestingCourse course = new RestingCourse();
    private final boolean exact;
    private @Nullable ParkedCourse newest;
    private OptionalDouble restVolts = OptionalDouble.empty();
    private double steepestVoltsPerHour = Double.NEGATIVE_INFINITY;
    private int steep;
    private int flat;

    /** @param exact whether the meter can tell millivolts; one that cannot takes its own steps for a fall */
    RestSeen(boolean exact) {
        this.exact = exact;
    }

    void restored(int earlierSteep, int earlierFlat, double steepest) {
        steep = earlierSteep;
        flat = earlierFlat;
        steepestVoltsPerHour = steepest;
    }

    /** A window of the car's network. */
    void window(long endNanos, double mean) {
        if (exact) {
            course.window(endNanos, mean);
        }
    }

    void disturbed() {
        course.disturbed();
    }

    /** Looks at the newest day; once an hour is enough. */
    void look() {
        course.restVolts().ifPresent(volts -> restVolts = OptionalDouble.of(volts));
        course.course().ifPresent(this::seen);
    }

    private void seen(ParkedCourse now) {
        newest = now;
        steepestVoltsPerHour = Math.max(steepestVoltsPerHour, now.fallVoltsPerHour());
        steep += now.isSteep() ? 1 : 0;
        flat += now.isFlat() ? 1 : 0;
    }

    boolean isExact() {
        return exact;
    }

    /** At rest; empty while there was no rest. */
    OptionalDouble restVolts() {
        return restVolts;
    }

    Optional<ParkedCourse> newest() {
        return Optional.ofNullable(newest);
    }

    double steepestVoltsPerHour() {
        return steepestVoltsPerHour;
    }

    /** In how many hourly looks the voltage fell more than sleeping costs. */
    int steep() {
        return steep;
    }

    /** In how many it fell no more than that. */
    int flat() {
        return flat;
    }
}
