package org.terminal30.agent.job.alternator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.ProgressBook;
import org.terminal30.agent.job.Step;
import org.terminal30.agent.job.Step.How;

/** The steps of an alternator check. What the voltage cannot show, that loads are on and revs are held, is tapped. */
final class AlternatorSteps {
    static final String REST = "rest";
    static final String START = "start";
    static final String IDLE = "idle";
    static final String LOADS_ON = "loads-on";
    static final String LOADED = "loaded";
    static final String RPM_HELD = "rpm-held";
    static final String RAISED = "raised";

    private AlternatorSteps() {
    }

    /** Nothing has been done yet. */
    static Progress begin() {
        return new Progress(List.of(Step.waiting(REST, How.MEASURED), Step.waiting(START, How.MEASURED),
                Step.waiting(IDLE, How.MEASURED), Step.waiting(LOADS_ON, How.TAPPED),
                Step.waiting(LOADED, How.MEASURED), Step.waiting(RPM_HELD, How.TAPPED),
                Step.waiting(RAISED, How.MEASURED)), List.of(), Map.of(), AlternatorVerdicts.OVERALL);
    }

    /** Where the work stands; empty when every step is over. */
    static Optional<String> current(ProgressBook book) {
        return book.progress().steps().stream().filter(step -> !step.state().isOver()).map(Step::id).findFirst();
    }

    /** Whether the step has been measured, or somebody has said that it is done. */
    static boolean isDone(ProgressBook book, String step) {
        return book.progress().step(step).filter(there -> there.state() == Step.State.DONE).isPresent();
    }
}
