package org.terminal30.agent.scenario;

import org.terminal30.agent.job.JobKind;

/** What somebody does at the bay's screen, or what happens to the bay itself. */
public sealed interface BayAction {
    /** Starts a job. */
    record StartJob(JobKind kind) implements BayAction {}

    /** Says that a step is done. */
    record Tap(String step) implements BayAction {}

    /** Types something that a step asks for. */
    record Enter(String step, String value) implements BayAction {}

    /** Leaves a step out. */
    record Skip(String step, String why) implements BayAction {}

    /** Acknowledges all alarms, with the button. */
    record Acknowledge() implements BayAction {}

    /** Ends the job as done. */
    record FinishJob() implements BayAction {}

    /** Ends the job as given up. */
    record AbortJob() implements BayAction {}

    /** The Raspberry Pi is without power for a while, and boots again. */
    record PowerCut(double seconds) implements BayAction {}
}
