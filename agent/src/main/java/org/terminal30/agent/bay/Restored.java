package org.terminal30.agent.bay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.terminal30.agent.alarm.Alarm;
import org.terminal30.agent.alarm.AlarmBoard;
import org.terminal30.agent.alarm.Cause;
import org.terminal30.agent.alarm.Shelf;
import org.terminal30.agent.bay.BayRecords.AlarmOrigin;
import org.terminal30.agent.bay.Snapshots.BaySnapshot;
import org.terminal30.agent.bay.Snapshots.StoredAlarm;
import org.terminal30.agent.job.JobDesk;
import org.terminal30.agent.job.JobState;
import org.terminal30.agent.outbox.OutboxException;
import org.terminal30.agent.wire.LineProtocol;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord;

/**
 * The bay of an earlier boot on the monotonic clock of this one.
 *
 * @param origins of the alarms, by their number
 * @param cutOffEvents the records that were open when the power went: kept as they stood, their end unknown
 */
record Restored(AlarmBoard.Snapshot alarms, JobDesk.Snapshot jobs, Map<Long, AlarmOrigin> origins,
        List<WireRecord.Event> cutOffEvents) {
    /** Why a record stays open for ever: nobody knows when it ended. */
    static final String POWER_LOST = "power-lost";
    /** An event of another boot: its number would mean another event in this one. */
    static final long FOREIGN_EVENT = 0;

    static BaySnapshot snapshot(AlarmBoard.Snapshot alarms, JobDesk.Snapshot jobs,
            Collection<WireRecord.Event> openEvents, BayRecords records) {
        List<StoredAlarm> stored = alarms.alarms().stream()
                .map(alarm -> new StoredAlarm(timed(alarm, alarm.cause().eventSequence(), records::label),
                        records.origin(alarm)))
                .toList();
        JobState job = jobs.job();
        return new BaySnapshot(alarms.lastSequence(), stored, jobs.lastSequence(),
                job == null ? null : job.timed(records.started(job), records::label),
                openEvents.stream().map(RecordCodec::line).toList());
    }

    static Restored of(BaySnapshot snapshot, BayIdentity identity, long nowNanos) {
        Map<Long, AlarmOrigin> origins = new HashMap<>();
        List<Alarm> alarms = new ArrayList<>();
        for (StoredAlarm stored : snapshot.alarms()) {
            alarms.add(bounded(timed(stored.alarm(), FOREIGN_EVENT, identity.labels()::monotonicNanos), nowNanos));
            origins.put(stored.alarm().sequence(), stored.origin());
        }
        JobState job = snapshot.job();
        return new Restored(new AlarmBoard.Snapshot(alarms, snapshot.lastAlarm()),
                new JobDesk.Snapshot(snapshot.lastJob(),
                        job == null
                                ? null
                                : job.timed(identity.labels().monotonicNanos(job.startedNanos()),
                                        identity.labels()::monotonicNanos)),
                origins, snapshot.openEvents().stream().map(Restored::cutOff).toList());
    }

    private interface OtherTime {
        long of(long nanos);
    }

    private static Alarm timed(Alarm alarm, long eventSequence, OtherTime time) {
        Cause cause = alarm.cause();
        Alarm.Timing timing = alarm.timing();
        long silencedUntil = timing.silencedUntilNanos();
        Shelf shelf = alarm.shelf();
        return new Alarm(alarm.sequence(), alarm.channel(),
                new Cause(cause.kind(), cause.priority(), cause.latching(), eventSequence, cause.count()),
                alarm.state(), alarm.condition(),
                new Alarm.Timing(time.of(timing.raisedNanos()), time.of(timing.changedNanos()),
                        silencedUntil == 0 ? 0 : time.of(silencedUntil)),
                shelf == null ? null : new Shelf(shelf.who(), shelf.why(), time.of(shelf.untilNanos())),
                alarm.revision());
    }

    /** With the clock put back in between, a silence or a shelf would seem to last for hours. */
    private static Alarm bounded(Alarm alarm, long nowNanos) {
        Alarm.Timing timing = alarm.timing();
        Shelf shelf = alarm.shelf();
        return new Alarm(alarm.sequence(), alarm.channel(), alarm.cause(), alarm.state(), alarm.condition(),
                new Alarm.Timing(timing.raisedNanos(), Math.min(timing.changedNanos(), nowNanos),
                        Math.min(timing.silencedUntilNanos(), nowNanos + AlarmBoard.SILENCE_NANOS)),
                shelf == null
                        ? null
                        : new Shelf(shelf.who(), shelf.why(),
                                Math.min(shelf.untilNanos(), nowNanos + AlarmBoard.SHELF_NANOS)),
                alarm.revision());
    }

    private static WireRecord.Event cutOff(String line) {
        try {
            if (RecordCodec.record(LineProtocol.parse(line, 1, 0)) instanceof WireRecord.Event event) {
                return cutOff(event);
            }
            throw new MalformedLineException("must be an event");
        } catch (MalformedLineException unreadable) {
            throw new OutboxException("the state of the bay holds \"%s\": %s".formatted(line, unreadable.getMessage()),
                    unreadable);
        }
    }

    private static WireRecord.Event cutOff(WireRecord.Event event) {
        return new WireRecord.Event(event.bay(), event.channel(), event.kind(), event.id(), event.timeNanos(),
                event.revision() + 1, event.open(), event.durationNanos(), event.minimum(), event.maximum(),
                event.saturated(), event.parent(), POWER_LOST, event.job(), event.clock(), event.detail());
    }
}
