package org.terminal30.dashboard.history.cells;

import org.terminal30.agent.wire.WindowLimits;

/** Values as they are kept: whole millionths of a volt or ampere, as fine as the wire gives windows. */
public final class Steps {
    public static final double PER_UNIT = WindowLimits.STEPS_PER_UNIT;

    private Steps() {
    }

    /** The nearest step. What has no room in a long ends at its limits. */
    public static long of(double value) {
        return Math.round(value * PER_UNIT);
    }

    /** Volts or amperes: the double that is nearest to the decimal number. */
    public static double value(long steps) {
        return steps / PER_UNIT;
    }
}
