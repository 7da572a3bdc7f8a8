package org.terminal30.agent.job;

import org.jspecify.annotations.Nullable;

/**
 * A job as it stands.
 *
 * @param sequence number of the job, from 1; its identity within the bay's boot or store
 * @param kind the procedure
 * @param stage whether it still runs
 * @param vehicle the dashboard's id of the vehicle; null when nobody said which
 * @param startedBy who started it
 * @param startedNanos when, in the owner's time
 * @param changedNanos last transition, in the owner's time
 * @param revision 1 for the start, one more for each transition
 */
public record JobState(
        long sequence,
        JobKind kind,
        Stage stage,
        @Nullable String vehicle,
        String startedBy,
        long startedNanos,
        long changedNanos,
        int revision) {

    /** How far a job has come. */
    public enum Stage {
        RUNNING("running"),
        FINISHED("finished"),
        ABORTED("aborted");

        private final String wireName;

        Stage(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    public boolean isRunning() {
        return stage == Stage.RUNNING;
    }

    JobState ended(Stage end, long atNanos) {
        return new JobState(sequence, kind, end, vehicle, startedBy, startedNanos, atNanos, revision + 1);
    }
}
