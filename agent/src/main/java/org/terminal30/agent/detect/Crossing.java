package org.terminal30.agent.detect;

/** Where between two neighbouring samples a level was crossed. */
final class Crossing {
    /** A larger step is placed at its midpoint: the true edge is steeper than the samples. */
    static final double STEP_VOLTS = 3;

    private Crossing() {
    }

    static long nanos(long fromNanos, double from, long toNanos, double to, double level) {
        long span = toNanos - fromNanos;
        if (Math.abs(to - from) > STEP_VOLTS) {
            return fromNanos + span / 2;
        }
        double share = to == from ? 1 : (level - from) / (to - from);
        return fromNanos + Math.round(span * Math.clamp(share, 0.0, 1.0));
    }
}
