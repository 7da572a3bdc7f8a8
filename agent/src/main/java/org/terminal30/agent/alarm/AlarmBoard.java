package org.terminal30.agent.alarm;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Phase;

/**
 * The alarms of one bay as a state machine after ISA-18.2 (rule B4). A channel has one supply alarm, which escalates from
 * low over critical to interruption, and one for each other kind. Times are whatever the owner uses, as long as they
 * survive a restart. Not safe for use by several threads.
 */
public final class AlarmBoard {
    /** A silence lapses after this. */
    public static final long SILENCE_NANOS = 30_000_000_000L;
    /** What comes again within this is the same notification. */
    public static final long REPEAT_NANOS = 1_000_000_000L;

    private final AlarmListener listener;
    private final KnownEvents events;
    private final Map<Place, AlarmSlot> slots = new LinkedHashMap<>();
    private Phase phase = Phase.NO_JOB_NO_VEHICLE;
    private long lastSequence;

    /** A board without alarms. */
    public AlarmBoard(AlarmRules rules, AlarmListener listener) {
        this.events = new KnownEvents(rules);
        this.listener = Objects.requireNonNull(listener);
    }

    /**
     * All that has to survive a restart.
     *
     * @param alarms those that are not over
     * @param lastSequence number of the last alarm, 0 for none yet
     */
    public record Snapshot(List<Alarm> alarms, long lastSequence) {
        public Snapshot {
            alarms = List.copyOf(alarms);
        }
    }

    /**
     * A board as it stood before a restart. What was present then is taken as gone, and the listener is told so: the new
     * detection raises it again if it is still there.
     */
    public static AlarmBoard restored(AlarmRules rules, AlarmListener listener, Snapshot snapshot, long nowNanos) {
        AlarmBoard board = new AlarmBoard(rules, listener);
        board.lastSequence = snapshot.lastSequence();
        for (Alarm alarm : snapshot.alarms()) {
            AlarmSlot slot = board.slot(Place.of(alarm.channel(), alarm.kind()));
            slot.restore(alarm);
            slot.settle(null, false, board::nextSequence, nowNanos);
        }
        return board;
    }

    public Snapshot snapshot() {
        return new Snapshot(alarms(), lastSequence);
    }

    /** Alarms that are not over, oldest first. */
    public List<Alarm> alarms() {
        return slots.values().stream()
                .flatMap(slot -> slot.present().stream())
                .sorted(Comparator.comparingLong(Alarm::sequence))
                .toList();
    }

    /** The bay enters a phase: what sounds is judged again. A latched alarm stays until it is acknowledged and reset. */
    public void phase(Phase next, long nowNanos) {
        if (next != phase) {
            phase = next;
            Set<Place> places = new LinkedHashSet<>(slots.keySet());
            places.addAll(events.places());
            places.forEach(place -> judge(place, true, nowNanos));
        }
    }

    /** A record began, changed or ended. */
    public void event(SupplyEvent event, long nowNanos) {
        Place place = Place.of(event);
        events.take(event, phase, nowNanos)
                .ifPresent(brief -> slot(place).settle(brief, false, this::nextSequence, nowNanos));
        judge(place, SupplyEvent.NO_VEHICLE.equals(event.reason()), nowNanos);
    }

    /** Time passes: delays run out and silences lapse. */
    public void advanceTo(long nowNanos) {
        slots.values().forEach(slot -> slot.advanceTo(nowNanos));
        events.places().forEach(place -> judge(place, false, nowNanos));
    }

    /** Somebody knows of the alarm: it sounds no longer. */
    public AlarmResult acknowledge(long sequence, int expectedRevision, String who, long nowNanos) {
        return act(sequence, expectedRevision, (slot, alarm) -> alarm.state().wantsAnswer()
                ? new AlarmResult.Done(slot.acknowledge(alarm, who, nowNanos))
                : new AlarmResult.Refused("the alarm has been acknowledged already"));
    }

    /** The alarm is quiet for {@link #SILENCE_NANOS}, and still wants an answer. */
    public AlarmResult silence(long sequence, int expectedRevision, String who, long nowNanos) {
        return act(sequence, expectedRevision, (slot, alarm) -> alarm.sounds()
                ? new AlarmResult.Done(slot.silence(alarm, who, nowNanos))
                : new AlarmResult.Refused("the alarm does not sound now"));
    }

    /** Ends a latched alarm that is acknowledged and whose condition is gone. */
    public AlarmResult reset(long sequence, int expectedRevision, String who, long nowNanos) {
        return act(sequence, expectedRevision, (slot, alarm) -> switch (alarm.state()) {
            case LATCHED_ACKNOWLEDGED -> new AlarmResult.Done(slot.reset(
                    alarm, events.worst(Place.of(alarm.channel(), alarm.kind()), phase, nowNanos), who, nowNanos));
            case LATCHED_UNACKNOWLEDGED -> new AlarmResult.Refused("acknowledge the alarm before resetting it");
            case UNACKNOWLEDGED, ACKNOWLEDGED -> new AlarmResult.Refused(alarm.latching()
                    ? "the condition is still present: remove it before resetting the alarm"
                    : "this alarm ends with its condition and needs no reset");
            case RETURNED_UNACKNOWLEDGED, NORMAL ->
                new AlarmResult.Refused("this alarm ends when it is acknowledged and needs no reset");
        });
    }

    private interface Action {
        AlarmResult on(AlarmSlot slot, Alarm alarm);
    }

    private AlarmResult act(long sequence, int expectedRevision, Action action) {
        for (AlarmSlot slot : slots.values()) {
            Alarm alarm = slot.present().orElse(null);
            if (alarm == null || alarm.sequence() != sequence) {
                continue;
            }
            if (alarm.revision() != expectedRevision) {
                return new AlarmResult.Refused("the alarm has changed meanwhile: it is at revision %d, not %d"
                        .formatted(alarm.revision(), expectedRevision));
            }
            return action.on(slot, alarm);
        }
        return new AlarmResult.Refused("there is no such alarm, or it is over");
    }

    private void judge(Place place, boolean suppressed, long nowNanos) {
        Condition worst = events.worst(place, phase, nowNanos);
        if (worst != null || slots.containsKey(place)) {
            slot(place).settle(worst, suppressed, this::nextSequence, nowNanos);
        }
    }

    private AlarmSlot slot(Place place) {
        return slots.computeIfAbsent(place, key -> new AlarmSlot(listener));
    }

    private long nextSequence() {
        return ++lastSequence;
    }
}
