package org.terminal30.agent.job;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.JobState.Stage;

/**
 * The one job that a bay may have at a time, so far a plain watch. Every action states the revision that its author saw, so
 * that nobody ends a job he has not seen. Not safe for use by several threads.
 */
public final class WatchJob {
    private long lastSequence;
    private @Nullable JobState job;

    /** A bay that never had a job. */
    public WatchJob() {
        this(new Snapshot(0, null));
    }

    /** A bay as it stood when the snapshot was taken. */
    public WatchJob(Snapshot snapshot) {
        this.lastSequence = snapshot.lastSequence();
        this.job = snapshot.job();
    }

    /**
     * All that has to survive a restart.
     *
     * @param lastSequence number of the last job, 0 for none yet
     * @param job the job that runs, or the last one; null for none yet
     */
    public record Snapshot(long lastSequence, @Nullable JobState job) {
        public Snapshot {
            if (lastSequence < 0 || (job != null && job.sequence() > lastSequence)) {
                throw new IllegalArgumentException(
                        "last job is number %d, must not be negative nor below that of %s".formatted(lastSequence,
                                job));
            }
        }
    }

    /** Starts a job; refused while one runs. {@code expectedRevision} must be 0: no job was seen. */
    public JobResult start(JobKind kind, @Nullable String vehicle, String who, int expectedRevision, long nowNanos) {
        if (running().isPresent()) {
            return new JobResult.Refused("a job is already running in this bay: finish or abort it first");
        }
        if (expectedRevision != 0) {
            return new JobResult.Refused(
                    "a start expects revision 0, because there is no job yet, but said %d".formatted(expectedRevision));
        }
        JobState started = new JobState(++lastSequence, kind, Stage.RUNNING, vehicle, who, nowNanos, nowNanos, 1);
        job = started;
        return new JobResult.Done(started);
    }

    /** As {@link #start(JobKind, String, String, int, long)}, with the name of the kind from the wire. */
    public JobResult start(String kind, @Nullable String vehicle, String who, int expectedRevision, long nowNanos) {
        return JobKind.ofWireName(kind)
                .map(known -> start(known, vehicle, who, expectedRevision, nowNanos))
                .orElseGet(() -> new JobResult.Refused(
                        "this bay knows no job \"%s\"; it knows: %s".formatted(kind, JobKind.wireNames())));
    }

    /** Ends the job as done. */
    public JobResult finish(long sequence, int expectedRevision, long nowNanos) {
        return end(Stage.FINISHED, sequence, expectedRevision, nowNanos);
    }

    /** Ends the job as given up. */
    public JobResult abort(long sequence, int expectedRevision, long nowNanos) {
        return end(Stage.ABORTED, sequence, expectedRevision, nowNanos);
    }

    private JobResult end(Stage end, long sequence, int expectedRevision, long nowNanos) {
        JobState current = job;
        if (current == null || !current.isRunning()) {
            return new JobResult.Refused("no job is running");
        }
        if (current.sequence() != sequence) {
            return new JobResult.Refused("another job is running now");
        }
        if (current.revision() != expectedRevision) {
            return new JobResult.Refused("the job has changed meanwhile: it is at revision %d, not %d"
                    .formatted(current.revision(), expectedRevision));
        }
        JobState ended = current.ended(end, nowNanos);
        job = ended;
        return new JobResult.Done(ended);
    }

    /** The job that runs. */
    public Optional<JobState> running() {
        return Optional.ofNullable(job).filter(JobState::isRunning);
    }

    /** The row of B4 that the alarms follow. */
    public Phase phase(boolean vehiclePresent) {
        if (running().isPresent()) {
            return Phase.WATCH;
        }
        return vehiclePresent ? Phase.NO_JOB_VEHICLE : Phase.NO_JOB_NO_VEHICLE;
    }

    public Snapshot snapshot() {
        return new Snapshot(lastSequence, job);
    }
}
