package org.terminal30.agent.job.swap;

import java.util.OptionalDouble;

import org.terminal30.agent.job.swap.CriterionFinding.Outcome;
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
        boolean enough = amperes.getAsDouble() <= saver.usableAmperes();
        Reason proven = load.isMeasured() ? Reason.MEASURED : Reason.ENTERED;
        return new CriterionFinding(Criterion.ENOUGH, enough ? Outcome.PROVEN : Outcome.FAILED,
                enough ? proven : Reason.OVERLOAD, amperes.getAsDouble(), saver.usableAmperes());
    }
}
