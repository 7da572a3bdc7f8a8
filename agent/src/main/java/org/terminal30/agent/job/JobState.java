package org.terminal30.agent.job;

import java.util.function.LongUnaryOperator;

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
 * @param settings what it was started with
 * @param progress how far its procedure is
 */
public record JobState(
        long sequence,
        JobKind kind,
        Stage stage,
        @Nullable String vehicle,
        String startedBy,
        long startedNanos,
        long changedNanos,
        int revision,
        JobSettings settings,
        Progress progress) {

    /** A job of a procedure without steps. */
    public JobState(long sequence, JobKind kind, Stage stage, @Nullable String vehicle, String startedBy,
            long startedNanos, long changedNanos, int revision) {
        this(sequence, kind, stage, vehicle, startedBy, startedNanos, changedNanos, revision, JobSettings.NONE,
                Progress.NONE);
    }

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

    JobState ended(Stage end, Progress last, long atNanos) {
        return new JobState(sequence, kind, end, vehicle, startedBy, startedNanos, atNanos, revision + 1, settings,
                last);
    }

    JobState advanced(Progress next, long atNanos) {
        return new JobState(sequence, kind, stage, vehicle, startedBy, startedNanos, atNanos, revision + 1, settings,
                next);
    }

    /** The same on another clock, begun at a time that is known there. */
    public JobState timed(long started, LongUnaryOperator time) {
        return new JobState(sequence, kind, stage, vehicle, startedBy, started,
                time.applyAsLong(changedNanos), revision, settings, progress.timed(time));
    }
}
