package org.terminal30.agent.job.swap;

import java.util.Set;

import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.hardware.sample.Channel;

/**
 * The second gate of a swap: may the saver be removed (rule B6)? The new battery has to be seen to carry the car. Fed with
 * windows of all channels. Not safe for use by several threads.
 */
final class RemoveGate {
    private static final String ABOUT = "battery-carries";
    private static final long ABOVE_NANOS = 5_000_000_000L;
    private static final long UNLOADED_NANOS = 5_000_000_000L;
    private static final long STEADY_NANOS = 5_000_000_000L;
    private static final long SETTLE_NANOS = 10_000_000_000L;
    private static final double ABOVE_VOLTS = 0.2;
    private static final double UNLOADED_AMPERES = 0.1;
    private static final double UNLOADED_VOLTS = 0.05;
    private static final double STEADY_VOLTS = 0.1;
    private static final double FALL_VOLTS = 0.5;
    private static final double OFF_VOLTS = 2;

    private final SaverProfile saver;
    private final Levels levels;
    private final Lasting above = new Lasting(ABOVE_NANOS);
    private final Lasting unloaded = new Lasting(UNLOADED_NANOS);
    private final Lasting steady = new Lasting(STEADY_NANOS);
    private final Lasting settled = new Lasting(SETTLE_NANOS);
    private final Lasting fallen = new Lasting(500_000_000L);
    private double litVolts = Double.NaN;
    private boolean lit;

    /** What the gate says. */
    enum Verdict {
        /** Something is being measured that is not there yet. */
        WAITING,
        /** The new battery carries the car. */
        SAFE_TO_REMOVE,
        /** Nothing speaks against it, and nothing shows it: switch the saver off with its lead on, under the headlights. */
        NOT_PROVEN,
        /** With the saver off the car's voltage falls: the battery does not carry it. */
        DO_NOT_REMOVE
    }

    /** @param measured the channels of this bay */
    RemoveGate(SaverProfile saver, Set<Channel> measured) {
        this.saver = saver;
        this.levels = new Levels(measured);
    }

    /** A window of 100 ms. */
    void window(Channel channel, double mean, long endNanos) {
        levels.window(channel, mean, endNanos);
        double onboard = levels.mean(Channel.ONBOARD);
        double backup = levels.mean(Channel.BACKUP);
        observe(settled, !Double.isNaN(onboard));
        observe(above, onboard >= backup + ABOVE_VOLTS && backup >= saver.minimumVolts());
        // A sleeping car draws next to nothing from the saver alone: unloaded counts only where something stands above it.
        observe(unloaded, levels.mean(Channel.BACKUP_CURRENT) <= UNLOADED_AMPERES && isLeadOn(onboard)
                && onboard >= backup + UNLOADED_VOLTS);
        boolean off = lit && backup < OFF_VOLTS && isLeadOn(onboard);
        observe(steady, off && Math.abs(onboard - litVolts) <= STEADY_VOLTS);
        observe(fallen, off && onboard < litVolts - FALL_VOLTS);
    }

    private void observe(Lasting condition, boolean holds) {
        condition.observe(holds, levels.nowNanos(), Levels.FRESH_NANOS);
    }

    private boolean isLeadOn(double onboard) {
        return !levels.isMeasured(Channel.BACKUP_LEAD)
                || Math.abs(levels.mean(Channel.BACKUP_LEAD) - onboard) <= OnTheCarCheck.SAME_VOLTS;
    }

    /** The technician has switched the headlights on; the saver is switched off next. */
    void headlightsOn() {
        lit = true;
        litVolts = levels.mean(Channel.ONBOARD);
    }

    /** Whether the battery is being tried under the headlights. */
    boolean isLit() {
        return lit;
    }

    Verdict verdict() {
        return switch (finding().outcome()) {
            case PROVEN -> Verdict.SAFE_TO_REMOVE;
            case WAITING -> Verdict.WAITING;
            case NOT_MEASURED -> Verdict.NOT_PROVEN;
            case FAILED -> Verdict.DO_NOT_REMOVE;
        };
    }

    /** Whether the battery is seen to carry the car, and by what. */
    Evidence finding() {
        double onboard = levels.mean(Channel.ONBOARD);
        if (fallen.isMet()) {
            return found(Outcome.FAILED, "falls", onboard, litVolts - FALL_VOLTS);
        }
        if (above.isMet()) {
            return found(Outcome.PROVEN, "above-saver", onboard, levels.mean(Channel.BACKUP) + ABOVE_VOLTS);
        }
        if (unloaded.isMet()) {
            return new Evidence(ABOUT, Outcome.PROVEN, "saver-unloaded", levels.mean(Channel.BACKUP_CURRENT),
                    UNLOADED_AMPERES, "A");
        }
        if (steady.isMet()) {
            return found(Outcome.PROVEN, "steady-without-saver", onboard, litVolts - STEADY_VOLTS);
        }
        boolean underway = above.holds() || unloaded.holds() || steady.holds();
        return underway || !settled.isMet()
                ? found(Outcome.WAITING, "settling", onboard, Double.NaN)
                : found(Outcome.NOT_MEASURED, lit ? "not-shown" : "saver-holds-too", onboard, Double.NaN);
    }

    private static Evidence found(Outcome outcome, String reason, double value, double limit) {
        return new Evidence(ABOUT, outcome, reason, Double.isNaN(value) ? null : (Double) value,
                Double.isNaN(limit) ? null : (Double) limit, "V");
    }
}
