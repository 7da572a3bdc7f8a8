package org.terminal30.agent.scenario;

import org.terminal30.agent.job.JobKind;
import org.terminal30.agent.job.JobSettings;

/** What somebody does at the bay, or what happens to the bay itself. */
public sealed interface BayAction {
    /** What is done on the dashboard's page of the bay, and so needs the network. */
    sealed interface OnPage extends BayAction {
    }

    /** Starts a job, told what the dashboard would tell it. */
    record StartJob(JobKind kind, JobSettings settings) implements OnPage {}

    /** Says that a step is done. */
    record Tap(String step) implements OnPage {}

    /** Types something that a step asks for. */
    record Enter(String step, String value) implements OnPage {}

    /** Leaves a step out. */
    record Skip(String step, String why) implements OnPage {}

    /** Ends the job as done. */
    record FinishJob() implements OnPage {}

    /** Ends the job as given up. */
    record AbortJob() implements OnPage {}

    /** Acknowledges all alarms, with the button. */
    record Acknowledge() implements BayAction {}

    /** The Raspberry Pi is without power for a while, and boots again. */
    record PowerCut(double seconds) implements BayAction {}

    /** The dashboard is away for a while: nothing that is done on its pages arrives, and what the bay says waits in its outbox. */
    record NetworkGone(double seconds) implements BayAction {}
}
