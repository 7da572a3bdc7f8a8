package org.terminal30.agent.job;

import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.JobState.Stage;
import org.terminal30.agent.job.Procedures.Begun;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

/**
 * The one job that a bay may have at a time. To end it one states the revision that one saw, so that nobody ends a job he has
 * not seen; a step is named, so that nothing is ticked by mistake while measurements go on. Not safe for use by several threads.
 */
public final class JobDesk {
    private final Procedures procedures;
    private long lastSequence;
    private @Nullable JobState job;
    private @Nullable Procedure procedure;

    /** A bay that never had a job. */
    public JobDesk(Procedures procedures) {
        this.procedures = procedures;
    }

    /** A bay as it stood when the snapshot was taken. */
    public JobDesk(Procedures procedures, Snapshot snapshot, long nowNanos) {
        this(procedures);
        this.lastSequence = snapshot.lastSequence();
        this.job = snapshot.job();
        running().ifPresent(running -> procedure = procedures.resume(running, nowNanos));
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

    /**
     * Starts a job; refused while one runs.
     *
     * @param expectedRevision must be 0: no job was seen
     */
    public JobResult start(JobKind kind, @Nullable String vehicle, JobSettings settings, String who,
            int expectedRevision, long nowNanos) {
        if (running().isPresent()) {
            return new JobResult.Refused("a job is already running in this bay: finish or abort it first");
        }
        if (expectedRevision != 0) {
            return new JobResult.Refused(
                    "a start expects revision 0, because there is no job yet, but said %d".formatted(expectedRevision));
        }
        return switch (procedures.begin(kind, settings, nowNanos)) {
            case Begun.Refused refused -> new JobResult.Refused(refused.reason());
            case Begun.Started started -> {
                JobState begun = new JobState(++lastSequence, kind, Stage.RUNNING, vehicle, who, nowNanos, nowNanos, 1,
                        settings, started.procedure().progress());
                job = begun;
                procedure = started.procedure();
                yield new JobResult.Done(begun);
            }
        };
    }

    /** As the other, with the name of the kind from the wire. */
    public JobResult start(String kind, @Nullable String vehicle, JobSettings settings, String who,
            int expectedRevision, long nowNanos) {
        return JobKind.ofWireName(kind)
                .map(known -> start(known, vehicle, settings, who, expectedRevision, nowNanos))
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
        Procedure ending = procedure;
        if (current == null || ending == null || !current.isRunning()) {
            return new JobResult.Refused("no job is running");
        }
        if (current.sequence() != sequence) {
            return new JobResult.Refused("another job is running now");
        }
        if (current.revision() != expectedRevision) {
            return new JobResult.Refused("the job has changed meanwhile: it is at revision %d, not %d"
                    .formatted(current.revision(), expectedRevision));
        }
        ending.end(nowNanos);
        JobState ended = current.ended(end, ending.progress(), nowNanos);
        job = ended;
        procedure = null;
        return new JobResult.Done(ended);
    }

    /** What the technician says of a step of this job. */
    public JobResult act(long sequence, Action action, String who, long nowNanos) {
        JobState current = job;
        Procedure acting = procedure;
        if (current == null || acting == null || current.sequence() != sequence) {
            return new JobResult.Refused("this job is not running");
        }
        Optional<String> refused = acting.act(action, who, nowNanos);
        if (refused.isPresent()) {
            return new JobResult.Refused(refused.get());
        }
        return new JobResult.Done(changed(nowNanos).orElse(current));
    }

    /** A window of 100 ms of a channel. */
    public void window(Channel channel, long endNanos, double minimum, double maximum, double mean, long count) {
        if (procedure != null) {
            procedure.window(channel, endNanos, minimum, maximum, mean, count);
        }
    }

    /** Samples of a channel at their full rate; the block is used again afterwards. */
    public void samples(SampleBlock block) {
        if (procedure != null) {
            procedure.samples(block);
        }
    }

    /** A record, in any of its revisions. */
    public void event(SupplyEvent event) {
        if (procedure != null) {
            procedure.event(event);
        }
    }

    /** The date of this boot has settled: moments that an earlier boot left lie so much earlier than it seemed. */
    public void relabelled(long shiftNanos) {
        if (procedure != null) {
            procedure.relabelled(shiftNanos);
        }
    }

    /** It is at least this late now. */
    public void advanceTo(long nowNanos) {
        if (procedure != null) {
            procedure.advanceTo(nowNanos);
        }
    }

    /** The job, if its procedure has come further since it was last asked for. */
    public Optional<JobState> changed(long nowNanos) {
        JobState current = job;
        if (current == null || procedure == null || procedure.progress().equals(current.progress())) {
            return Optional.empty();
        }
        JobState advanced = current.advanced(procedure.progress(), nowNanos);
        job = advanced;
        return Optional.of(advanced);
    }

    /** The job that runs. */
    public Optional<JobState> running() {
        return Optional.ofNullable(job).filter(JobState::isRunning);
    }

    /** The row of B4 that the alarms follow. */
    public Phase phase(boolean vehiclePresent) {
        if (procedure != null) {
            return procedure.phase();
        }
        return vehiclePresent ? Phase.NO_JOB_VEHICLE : Phase.NO_JOB_NO_VEHICLE;
    }

    /** What detection has to watch for. */
    public Duty duty() {
        return procedure == null ? Duty.NO_JOB : procedure.duty();
    }

    /** The saver that the job was told of; null without a job, and where it goes by that of the bay. */
    public @Nullable SaverProfile saver() {
        JobState current = job;
        return current == null || !current.isRunning() ? null : current.settings().saver();
    }

    /** What the provisos of B4 ask. */
    public Circumstances circumstances() {
        return procedure == null ? Circumstances.UNKNOWN : procedure.circumstances();
    }

    /** Since when the battery's clamp has been lifted. */
    public OptionalLong liftedNanos() {
        return procedure == null ? OptionalLong.empty() : procedure.liftedNanos();
    }

    public Snapshot snapshot() {
        return new Snapshot(lastSequence, job);
    }
}
