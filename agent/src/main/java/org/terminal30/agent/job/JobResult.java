package org.terminal30.agent.job;

/** What became of an action on a job. */
public sealed interface JobResult {
    /** It was carried out; the job as it stands now. */
    record Done(JobState job) implements JobResult {}

    /** It was not carried out and changed nothing. The reason is for people. */
    record Refused(String reason) implements JobResult {}
}
