package org.terminal30.agent.job.swap;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.job.swap.CriterionFinding.Reason;
import org.terminal30.hardware.sample.Channel;

/**
 * Whether the saver's current reaches the car: it feeds what the car draws for 10 s, or it carried as much in a load test of today. A saver
 * behind a diode feeds nothing into a car whose battery stands higher; that is no failure and no proof. One that stands clearly
 * higher than the car and feeds nothing has an open fuse or a bad contact.
 */
final class DeliversCheck implements Check {
    private static final long FEEDS_NANOS = 10_000_000_000L;
    /** With so much left over after the diode some current has to flow. */
    private static final double PUSHING_VOLTS = 0.3;
    private static final double NOTHING_AMPERES = 0.05;

    private final SaverProfile saver;
    private final QuiescentLoad load;
    private final @Nullable Double testedAmperes;
    private final Lasting feeds = new Lasting(FEEDS_NANOS);
    private final Lasting blocked = new Lasting(FEEDS_NANOS);
    private boolean connected;
    private boolean measured;
    private double amperes = Double.NaN;
    private boolean pushes;

    DeliversCheck(SaverProfile saver, QuiescentLoad load, @Nullable Double testedAmperes) {
        this.saver = saver;
        this.load = load;
        this.testedAmperes = testedAmperes;
    }

    /** From now on the saver is on the car. */
    void connected() {
        connected = true;
    }

    @Override
    public void look(Levels levels) {
        measured = levels.isMeasured(Channel.BACKUP_CURRENT);
        amperes = levels.mean(Channel.BACKUP_CURRENT);
        double left = levels.mean(Channel.BACKUP) - saver.diodeVolts() - levels.mean(Channel.ONBOARD);
        pushes = left >= PUSHING_VOLTS;
        feeds.observe(amperes >= load.amperes().orElse(Double.NaN), levels.nowNanos(), Levels.FRESH_NANOS);
        blocked.observe(connected && pushes && amperes < NOTHING_AMPERES, levels.nowNanos(), Levels.FRESH_NANOS);
    }

    @Override
    public void again() {
        feeds.reset();
        blocked.reset();
    }

    @Override
    public CriterionFinding finding() {
        if (blocked.isMet()) {
            return found(Outcome.FAILED, Reason.FEEDS_NOTHING);
        }
        if (feeds.isMet()) {
            return found(Outcome.PROVEN, Reason.MEASURED);
        }
        if (testedAmperes != null && load.amperes().orElse(Double.POSITIVE_INFINITY) <= testedAmperes) {
            return new CriterionFinding(Criterion.DELIVERS, Outcome.PROVEN, Reason.LOAD_TESTED, testedAmperes,
                    load.amperes().getAsDouble());
        }
        if (!measured) {
            return found(Outcome.NOT_MEASURED, Reason.NO_CURRENT_CHANNEL);
        }
        if (load.amperes().isEmpty()) {
            return found(Outcome.NOT_MEASURED, Reason.LOAD_UNKNOWN);
        }
        if (feeds.holds() || (connected && pushes && amperes < NOTHING_AMPERES)) {
            return found(Outcome.WAITING, Reason.SETTLING);
        }
        return found(Outcome.NOT_MEASURED, pushes ? Reason.TOO_LITTLE : Reason.CAR_ABOVE_SAVER);
    }

    private CriterionFinding found(Outcome outcome, Reason reason) {
        return new CriterionFinding(Criterion.DELIVERS, outcome, reason, Double.isNaN(amperes) ? null : amperes,
                load.amperes().isPresent() ? (Double) load.amperes().getAsDouble() : null);
    }
}
