package org.terminal30.agent.job.swap;

import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;

/**
 * What the parked car draws: measured, steadily, or else entered. With the saver on the car the battery's own current says nothing of
 * it, because the saver may charge the battery: then it is the sum of both, or stays what it was before.
 */
final class QuiescentLoad {
    private static final long STEADY_NANOS = 5_000_000_000L;
    private static final double STEADY_AMPERES = 0.2;

    private final Lasting steady = new Lasting(STEADY_NANOS);
    private double anchor = Double.NaN;
    private double measured = Double.NaN;
    private double drawn = Double.NaN;
    private boolean saverOn;
    private @Nullable Double entered;

    void entered(double amperes) {
        entered = amperes;
    }

    /** From now on the saver is on the car. */
    void connected() {
        saverOn = true;
    }

    void look(Levels levels) {
        double now = drawn(levels);
        drawn = now;
        if (!(Math.abs(now - anchor) <= STEADY_AMPERES)) {
            anchor = now;
            steady.reset();
        }
        steady.observe(!Double.isNaN(now), levels.nowNanos(), Levels.FRESH_NANOS);
        if (steady.isMet()) {
            measured = Math.max(0, now);
        }
    }

    private double drawn(Levels levels) {
        double fromBattery = levels.mean(Channel.BATTERY_CURRENT);
        if (levels.isMeasured(Channel.BACKUP_CURRENT)) {
            return fromBattery + levels.mean(Channel.BACKUP_CURRENT);
        }
        return saverOn ? Double.NaN : fromBattery;
    }

    /** Whether it draws more now than what was measured, which has not been steady long enough to be known. */
    boolean isRising() {
        return drawn > measured + STEADY_AMPERES;
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
