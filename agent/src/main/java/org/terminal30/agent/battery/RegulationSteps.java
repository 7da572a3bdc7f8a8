package org.terminal30.agent.battery;

import org.terminal30.agent.battery.ChargingLimits.Smart;

/** Finds plateaus of a regulated voltage and counts the steps between them: see {@link Smart}. */
final class RegulationSteps {
    private static final double NO_LEVEL = Double.NaN;

    private final ChargingLimits limits;
    private final Smart smart;
    /** Mean of the newest values, so that a plateau may drift. */
    private double level = NO_LEVEL;
    private int values;
    private long sinceNanos;
    private boolean plateau;
    private double beforeVolts = NO_LEVEL;
    private long beforeEndNanos;
    private int ups;
    private int downs;
    private boolean charging;

    RegulationSteps(ChargingLimits limits) {
        this.limits = limits;
        this.smart = limits.smart();
    }

    /** Whether the pattern was seen since the last {@link #forget}. */
    boolean seen() {
        return ups > 0 && downs > 0 && ups + downs >= smart.changes() && charging;
    }

    void forget() {
        level = NO_LEVEL;
        values = 0;
        plateau = false;
        beforeVolts = NO_LEVEL;
        ups = 0;
        downs = 0;
        charging = false;
    }

    /** The mean of the second that starts there. */
    void mean(long nanos, double volts) {
        if (values == 0 || Math.abs(volts - level) > smart.steadyVolts()) {
            leave();
            level = volts;
            values = 1;
            sinceNanos = nanos;
            return;
        }
        values = Math.min(values + 1, smart.plateauSeconds());
        level += (volts - level) / values;
        if (!plateau && nanos + SecondMeans.SECOND_NANOS - sinceNanos >= nanosOf(smart.plateauSeconds())) {
            plateau = true;
            arrive();
        }
        if (plateau) {
            beforeEndNanos = nanos + SecondMeans.SECOND_NANOS;
        }
    }

    private void leave() {
        if (plateau) {
            beforeVolts = level;
        }
        plateau = false;
    }

    private void arrive() {
        if (level < smart.lowestVolts() || level > limits.maxVolts()) {
            double here = level;
            forget();
            level = here;
            return;
        }
        charging |= level >= limits.minVolts();
        boolean byStep = sinceNanos - beforeEndNanos <= nanosOf(smart.stepSeconds());
        if (byStep && level - beforeVolts >= smart.stepVolts()) {
            ups++;
        } else if (byStep && beforeVolts - level >= smart.stepVolts()) {
            downs++;
        }
    }

    private static long nanosOf(int seconds) {
        return seconds * SecondMeans.SECOND_NANOS;
    }
}
