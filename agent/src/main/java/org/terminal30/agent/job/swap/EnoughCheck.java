package org.terminal30.agent.job.swap;

import java.util.OptionalDouble;

import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.job.swap.CriterionFinding.Reason;

/** Whether the saver can carry what the parked car draws, with a fifth of its rating to spare. */
final class EnoughCheck implements Check {
    private final SaverProfile saver;
    private final QuiescentLoad load;

    EnoughCheck(SaverProfile saver, QuiescentLoad load) {
        this.saver = saver;
        this.load = load;
    }

    @Override
    public void look(Levels levels) {
        load.look(levels);
    }

    @Override
    public CriterionFinding finding() {
        OptionalDouble amperes = load.amperes();
        if (amperes.isEmpty()) {
            return new CriterionFinding(Criterion.ENOUGH, Outcome.NOT_MEASURED, Reason.LOAD_UNKNOWN, null,
                    saver.usableAmperes());
        }
        Double usable = saver.usableAmperes();
        if (load.isRising()) {
            return new CriterionFinding(Criterion.ENOUGH, Outcome.WAITING, Reason.SETTLING, amperes.getAsDouble(),
                    usable);
        }
        if (usable == null) {
            return new CriterionFinding(Criterion.ENOUGH, Outcome.NOT_MEASURED, Reason.RATING_UNKNOWN,
                    amperes.getAsDouble(), null);
        }
        boolean enough = amperes.getAsDouble() <= usable;
        Reason proven = load.isMeasured() ? Reason.MEASURED : Reason.ENTERED;
        return new CriterionFinding(Criterion.ENOUGH, enough ? Outcome.PROVEN : Outcome.FAILED,
                enough ? proven : Reason.OVERLOAD, amperes.getAsDouble(), usable);
    }
}
