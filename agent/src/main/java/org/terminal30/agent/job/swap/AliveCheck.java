package org.terminal30.agent.job.swap;

import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.job.swap.CriterionFinding.Reason;
import org.terminal30.hardware.sample.Channel;

/**
 * Whether the saver is alive: at its source side it has at least its minimum for 10 s. It had to have it before it was
 * connected, because a meter on the wrong side of the diode would show the car's own voltage.
 */
final class AliveCheck implements Check {
    private static final long ALIVE_NANOS = 10_000_000_000L;
    /** Below this nothing is switched on at all. */
    private static final double DEAD_VOLTS = 2;

    private final SaverProfile saver;
    private final Lasting alive = new Lasting(ALIVE_NANOS);
    private final Lasting failing = new Lasting(1_000_000_000L);
    private boolean connected;
    private boolean seenBefore;
    private boolean measured;
    private double volts = Double.NaN;

    AliveCheck(SaverProfile saver) {
        this.saver = saver;
    }

    /** From now on the saver is on the car. */
    void connected() {
        connected = true;
    }

    @Override
    public void look(Levels levels) {
        measured = levels.isMeasured(Channel.BACKUP);
        volts = levels.mean(Channel.BACKUP);
        boolean enough = volts >= saver.minimumVolts();
        alive.observe(enough, levels.nowNanos(), Levels.FRESH_NANOS);
        failing.observe(volts < saver.minimumVolts(), levels.nowNanos(), Levels.FRESH_NANOS);
        seenBefore |= enough && !connected;
    }

    @Override
    public void again() {
        alive.reset();
        failing.reset();
    }

    @Override
    public CriterionFinding finding() {
        if (!measured) {
            return found(Outcome.NOT_MEASURED, Reason.NO_BACKUP_CHANNEL);
        }
        if (failing.isMet()) {
            return found(Outcome.FAILED, volts < DEAD_VOLTS ? Reason.DEAD : Reason.SAGS);
        }
        if (!alive.isMet()) {
            return found(Outcome.WAITING, Reason.SETTLING);
        }
        return seenBefore
                ? found(Outcome.PROVEN, Reason.MEASURED)
                : found(Outcome.NOT_MEASURED, Reason.NOT_SEEN_BEFORE);
    }

    private CriterionFinding found(Outcome outcome, Reason reason) {
        return new CriterionFinding(Criterion.ALIVE, outcome, reason, Double.isNaN(volts) ? null : volts,
                saver.minimumVolts());
    }
}
