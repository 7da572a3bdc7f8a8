package org.terminal30.agent.battery;

/**
 * The voltage of a battery that nothing charges and nothing visibly discharges. A load that never changes cannot be seen.
 *
 * @param volts slow mean
 * @param restNanos how long it has been at rest, as far as that was measured
 * @param before what is known of the time before
 */
public record RestingVoltage(double volts, long restNanos, Before before) {
    /** What can have left a surface charge; NOT_MEASURED excludes nothing. */
    public enum Before {
        /** The measurement began at rest. */
        NOT_MEASURED("what was before was not measured"),
        /** Charged, and no load since that was long enough to take the surface charge away. */
        CHARGED("surface charge not excluded"),
        /** Loaded for long enough, whatever was before. */
        LOADED("surface charge was taken away by a load"),
        /** Rested for so long that it does not matter, by measurement or by what somebody says. */
        SETTLED("settled");

        private final String words;

        Before(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    boolean surfaceChargeExcluded() {
        return before == Before.LOADED || before == Before.SETTLED;
    }

    boolean tellsMoreThan(RestingVoltage other) {
        return surfaceChargeExcluded() == other.surfaceChargeExcluded()
                ? restNanos >= other.restNanos
                : surfaceChargeExcluded();
    }
}
