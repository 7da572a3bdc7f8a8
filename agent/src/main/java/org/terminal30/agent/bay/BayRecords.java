package org.terminal30.agent.bay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.alarm.Alarm;
import org.terminal30.agent.alarm.AlarmState;
import org.terminal30.agent.alarm.Cause;
import org.terminal30.agent.alarm.Shelf;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.JobState;
import org.terminal30.agent.job.Phase;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.wire.ProgressText;
import org.terminal30.agent.wire.Samples;
import org.terminal30.agent.wire.WindowLimits;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

/** Makes records of the wire out of what happens in the bay: ids, labels, and which alarm belongs to which event. */
final class BayRecords {
    private static final String NO_JOB = "none";

    private final BayIdentity identity;
    private final Map<Long, AlarmOrigin> earlierAlarms = new HashMap<>();
    private long earlierJob;
    private long earlierJobLabelNanos;

    /** What the event of an alarm is called, and the label of the moment in which the alarm was raised. */
    record AlarmOrigin(String event, long raisedLabelNanos) {}

    /** An order to which a record is the answer. */
    record Answer(String order, @Nullable String refused) {}

    BayRecords(BayIdentity identity) {
        this.identity = identity;
    }

    WireRecord.Window window(Channel channel, long startNanos, double minimum, double maximum, double sum, long count) {
        return new WireRecord.Window(identity.bay(), channel, label(startNanos), WindowLimits.rounded(minimum),
                WindowLimits.rounded(maximum), WindowLimits.rounded(sum), count);
    }

    /** A copy of the samples: packing them is not for this thread. */
    WireRecord.Waveform waveform(SampleBlock samples) {
        return new WireRecord.Waveform(identity.bay(), samples.channel(), label(samples.nanosAt(0)),
                Samples.of(samples), identity.labels().trust());
    }

    WireRecord.Event event(SupplyEvent event, @Nullable String job) {
        return new WireRecord.Event(identity.bay(), event.channel(), event.kind(), identity.eventId(event.sequence()),
                label(event.startNanos()), event.revision(), event.open(), event.durationNanos(),
                measured(event.minimum()), measured(event.maximum()), event.saturated(),
                event.parent() == 0 ? null : identity.eventId(event.parent()), event.reason(), job,
                identity.labels().trust(), event.detail());
    }

    private static @Nullable Double measured(double value) {
        return Double.isNaN(value) ? null : value;
    }

    WireRecord.Alarm alarm(Alarm alarm, @Nullable String job, Phase phase, @Nullable String who,
            @Nullable Answer answer) {
        AlarmOrigin origin = origin(alarm);
        if (alarm.state() == AlarmState.NORMAL) {
            earlierAlarms.remove(alarm.sequence());
        }
        Cause cause = alarm.cause();
        Alarm.Timing timing = alarm.timing();
        return new WireRecord.Alarm(identity.bay(), alarm.channel(), identity.alarmId(alarm.sequence()),
                label(timing.changedNanos()), alarm.revision(), cause.kind(), cause.priority(), alarm.state(),
                alarm.condition(), cause.count(), origin.raisedLabelNanos(),
                timing.silencedUntilNanos() == 0 ? 0 : label(timing.silencedUntilNanos()), shelf(alarm.shelf()),
                phase.wireName(), origin.event(), job, who, answer == null ? null : answer.order(),
                answer == null ? null : answer.refused());
    }

    private WireRecord.@Nullable Shelf shelf(@Nullable Shelf shelf) {
        return shelf == null
                ? null
                : new WireRecord.Shelf(label(shelf.untilNanos()), shelf.who().isEmpty() ? null : shelf.who(),
                        shelf.why());
    }

    /** Of an alarm that an earlier boot raised, what that boot said; its event until it stands for one of this boot. */
    AlarmOrigin origin(Alarm alarm) {
        AlarmOrigin earlier = earlierAlarms.get(alarm.sequence());
        if (earlier == null) {
            return new AlarmOrigin(identity.eventId(alarm.cause().eventSequence()),
                    label(alarm.timing().raisedNanos()));
        }
        return alarm.cause().eventSequence() == Restored.FOREIGN_EVENT
                ? earlier
                : new AlarmOrigin(identity.eventId(alarm.cause().eventSequence()), earlier.raisedLabelNanos());
    }

    /** An alarm of an earlier boot keeps the name of its event and the label of the moment it was raised in. */
    void keepOrigin(long alarmSequence, AlarmOrigin origin) {
        earlierAlarms.put(alarmSequence, origin);
    }

    /** The job of an earlier boot keeps the label of its start, wherever the labels of this boot settle. */
    void keepStart(long jobSequence, long startedLabelNanos) {
        earlierJob = jobSequence;
        earlierJobLabelNanos = startedLabelNanos;
    }

    /** The label of the start of a job. */
    long started(JobState job) {
        return job.sequence() == earlierJob ? earlierJobLabelNanos : label(job.startedNanos());
    }

    WireRecord.Job job(JobState job, Phase phase, @Nullable String who, @Nullable Answer answer) {
        return new WireRecord.Job(identity.bay(), identity.jobId(job.sequence()), label(job.changedNanos()),
                job.revision(), job.kind().wireName(), job.stage().wireName(), phase.wireName(),
                started(job), job.vehicle(), who, answer == null ? null : answer.order(),
                answer == null ? null : answer.refused(), progress(job));
    }

    /** The answer to an order for a job when there is none. */
    WireRecord.Job noJob(String kind, Phase phase, long nowNanos, @Nullable String who, Answer answer) {
        return new WireRecord.Job(identity.bay(), NO_JOB, label(nowNanos), 1, kind, NO_JOB, phase.wireName(), 0, null,
                who, answer.order(), answer.refused(), null);
    }

    private @Nullable String progress(JobState job) {
        return job.progress().equals(Progress.NONE) ? null : ProgressText.of(job.progress().timed(this::label));
    }

    /** The id that records of this moment name as their job. */
    @Nullable
    String jobId(Optional<JobState> running) {
        return running.map(job -> identity.jobId(job.sequence())).orElse(null);
    }

    long label(long monotonicNanos) {
        return identity.labels().labelNanos(monotonicNanos);
    }
}
