package org.terminal30.agent.scenario;

import org.terminal30.agent.job.JobKind;
import org.terminal30.agent.job.JobSettings;

/** What somebody does at the bay's screen, or what happens to the bay itself. */
public sealed interface BayAction {
    /** Starts a job, told what the dashboard would tell it. */
    record StartJob(JobKind kind, JobSettings settings) implements BayAction {}

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
