package org.terminal30.agent.job.swap;

import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.swap.CriterionFinding.Reason;
import org.terminal30.hardware.sample.Channel;

/**
 * Whether the saver's lead is on the car: it has the car's voltage for 10 s, having come to it from another. A car that comes to the
 * voltage of a lead that lies beside it, when a load is switched or its battery is back, shows nothing.
 */
final class OnTheCarCheck implements Check {
    private static final long SAME_NANOS = 10_000_000_000L;
    /** How long a lead may differ after it was said to be on. */
    private static final long APART_NANOS = 10_000_000_000L;
    private static final long REVERSED_NANOS = 500_000_000L;
    static final double SAME_VOLTS = 0.15;
    /** Less is drift: what is left of a lead's way when the inputs are wrong by what calibration leaves. */
    private static final double MOVED_VOLTS = 0.08;
    private static final double REVERSED_VOLTS = -0.5;

    private final Lasting same = new Lasting(SAME_NANOS);
    private final Lasting apart = new Lasting(APART_NANOS);
    private final Lasting reversed = new Lasting(REVERSED_NANOS);
    private boolean measured;
    private final Lasting off = new Lasting(REVERSED_NANOS);
    private boolean arrived;
    /** It was on the wrong way round: what it comes back from is not what it shows when it is off. */
    private boolean misled;
    private double apartLead = Double.NaN;
    private double apartOnboard = Double.NaN;
    private boolean said;
    private double difference = Double.NaN;

    /** The technician says that the lead is on. */
    void connected() {
        said = true;
        apart.reset();
    }

    /** Whether it has come to the car's voltage from another one. */
    boolean hasArrived() {
        return arrived && same.holds();
    }

    @Override
    public void look(Levels levels) {
        measured = levels.isMeasured(Channel.BACKUP_LEAD) && levels.isMeasured(Channel.ONBOARD);
        double lead = levels.mean(Channel.BACKUP_LEAD);
        double onboard = levels.mean(Channel.ONBOARD);
        difference = Math.abs(lead - onboard);
        follow(levels, lead, onboard);
        same.observe(difference <= SAME_VOLTS, levels.nowNanos(), Levels.FRESH_NANOS);
        apart.observe(said && difference > SAME_VOLTS, levels.nowNanos(), Levels.FRESH_NANOS);
        reversed.observe(lead <= REVERSED_VOLTS, levels.nowNanos(), Levels.FRESH_NANOS);
    }

    /** Who came to whom. */
    private void follow(Levels levels, double lead, double onboard) {
        boolean wrongWay = lead <= REVERSED_VOLTS;
        misled |= wrongWay;
        off.observe(difference > SAME_VOLTS && !wrongWay, levels.nowNanos(), Levels.FRESH_NANOS);
        if (off.isMet()) {
            misled = false;
        }
        if (difference > SAME_VOLTS) {
            arrived = false;
            apartLead = lead;
            apartOnboard = onboard;
        } else if (!Double.isNaN(apartLead) && !Double.isNaN(difference)) {
            double moved = Math.abs(lead - apartLead);
            arrived = !misled && moved >= MOVED_VOLTS && moved > Math.abs(onboard - apartOnboard);
            apartLead = Double.NaN;
        }
    }

    @Override
    public void again() {
        same.reset();
        apart.reset();
        reversed.reset();
    }

    @Override
    public CriterionFinding finding() {
        if (!measured) {
            return found(Outcome.NOT_MEASURED, Reason.NO_LEAD_CHANNEL);
        }
        if (reversed.isMet()) {
            return found(Outcome.FAILED, Reason.LEAD_REVERSED);
        }
        if (apart.isMet()) {
            return found(Outcome.FAILED, Reason.LEAD_NOT_ON_CAR);
        }
        if (!same.isMet()) {
            return found(Outcome.WAITING, same.holds() || said ? Reason.SETTLING : Reason.NOT_CONNECTED);
        }
        return arrived
                ? found(Outcome.PROVEN, Reason.MEASURED)
                : found(Outcome.NOT_MEASURED, Reason.LEAD_NEVER_OFF);
    }

    private CriterionFinding found(Outcome outcome, Reason reason) {
        return new CriterionFinding(Criterion.ON_THE_CAR, outcome, reason,
                Double.isNaN(difference) ? null : difference, SAME_VOLTS);
    }
}
