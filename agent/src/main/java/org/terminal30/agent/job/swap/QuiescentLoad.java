package org.terminal30.agent.job.swap;

import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;

/** What the parked car draws: measured at the battery, steadily, or else entered. */
final class QuiescentLoad {
    private static final long STEADY_NANOS = 5_000_000_000L;
    private static final double STEADY_AMPERES = 0.2;

    private final Lasting steady = new Lasting(STEADY_NANOS);
    private double anchor = Double.NaN;
    private double measured = Double.NaN;
    private @Nullable Double entered;

    void entered(double amperes) {
        entered = amperes;
    }

    void look(Levels levels) {
        double now = levels.mean(Channel.BATTERY_CURRENT);
        if (!(Math.abs(now - anchor) <= STEADY_AMPERES)) {
            anchor = now;
            steady.reset();
        }
        steady.observe(!Double.isNaN(now), levels.nowNanos(), Levels.FRESH_NANOS);
        if (steady.isMet()) {
            measured = Math.abs(now);
        }
    }

    boolean isMeasured() {
        return !Double.isNaN(measured);
    }

    /** The measured one goes before the entered one; empty when there is neither. */
    OptionalDouble amperes() {
        if (isMeasured()) {
            return OptionalDouble.of(measured);
        }
        return entered == null ? OptionalDouble.empty() : OptionalDouble.of(entered);
    }
}
