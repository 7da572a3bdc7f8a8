package org.terminal30.agent.alarm;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Circumstances;
import org.terminal30.agent.job.Phase;

/**
 * The alarms of one bay as a state machine after ISA-18.2 (rule B4). A channel has one supply alarm, which escalates from
 * low over critical and feed-lost to interruption, and one for each other kind. Times are whatever the owner uses, as long as
 * they survive a restart. Not safe for use by several threads.
 */
public final class AlarmBoard {
    /** A silence lapses after this. */
    public static final long SILENCE_NANOS = 30_000_000_000L;
    private static final long MINUTE_NANOS = 60_000_000_000L;
    /** The longest time on the shelf. */
    public static final long SHELF_NANOS = Shelf.MAX_MINUTES * MINUTE_NANOS;
    /** What comes again within this is the same notification. */
    public static final long REPEAT_NANOS = 1_000_000_000L;
    /** After a restart, how long the detection may take to find again what was present before. */
    static final long INHERITED_NANOS = 5_000_000_000L;
    /** A count alone is a new revision at most so often: whoever answers the alarm has to have seen its last one. */
    static final long COUNT_NANOS = 5_000_000_000L;

    private final AlarmListener listener;
    private final AlarmRules rules;
    private final KnownEvents events;
    private final Map<Place, AlarmSlot> slots = new LinkedHashMap<>();
    private Situation situation = new Situation(Phase.NO_JOB_NO_VEHICLE, Circumstances.UNKNOWN);
    private long lastSequence;

    /** A board without alarms. */
    public AlarmBoard(AlarmRules rules, AlarmListener listener) {
        this.rules = rules;
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
     * A board as it stood before a restart. What was present then counts as present for {@value #INHERITED_NANOS} ns; what the
     * new detection has not found by then is gone.
     *
     * @param phase the one that the bay is in; a shelf lasts if it is of the same job, or of none, as before
     */
    public static AlarmBoard restored(AlarmRules rules, AlarmListener listener, Snapshot snapshot, Phase phase,
            long nowNanos) {
        AlarmBoard board = new AlarmBoard(rules, listener);
        board.lastSequence = snapshot.lastSequence();
        board.situation = board.situation.in(phase);
        snapshot.alarms().forEach(alarm -> board.slot(Place.of(alarm)).restore(alarm, nowNanos));
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

    /**
     * The bay enters a phase: what sounds is judged again. A latched alarm stays until it is acknowledged and reset. A shelf
     * ends with the job that it was made in, with the vehicle, and where the phase forbids it.
     */
    public void phase(Phase next, long nowNanos) {
        Phase last = situation.phase();
        if (next != last) {
            situation = situation.in(next);
            boolean over = next.isJob() != last.isJob() || next == Phase.NO_JOB_NO_VEHICLE;
            slots.forEach((place, slot) -> slot.present().filter(alarm -> alarm.shelf() != null)
                    .filter(alarm -> over || !rules.mayBeShelved(next, alarm.cause().kind()))
                    .ifPresent(alarm -> slot.wake(alarm, worst(place, nowNanos), null, nowNanos)));
            judgeAll(nowNanos);
        }
    }

    /** What is known beside the phase has changed: what sounds is judged again. */
    public void circumstances(Circumstances next, long nowNanos) {
        if (!next.equals(situation.circumstances())) {
            situation = situation.under(next);
            judgeAll(nowNanos);
        }
    }

    /** A record began, changed or ended. */
    public void event(SupplyEvent event, long nowNanos) {
        Place place = Place.of(event);
        events.take(event, situation, nowNanos).ifPresent(brief -> slot(place).settle(brief, false, nowNanos));
        judge(place, SupplyEvent.NO_VEHICLE.equals(event.reason()), nowNanos);
    }

    /** Time passes: delays run out, silences and shelves lapse. */
    public void advanceTo(long nowNanos) {
        slots.forEach((place, slot) -> slot.advanceTo(slot.waits() ? worst(place, nowNanos) : null, nowNanos));
        Set<Place> places = events.places();
        slots.keySet().stream().filter(place -> slot(place).waits()).forEach(places::add);
        places.forEach(place -> judge(place, false, nowNanos));
    }

    /** Somebody knows of the alarm: it sounds no longer. */
    public AlarmResult acknowledge(long sequence, int expectedRevision, String who, long nowNanos) {
        return act(sequence, expectedRevision, Refusals::ofAcknowledge,
                (slot, alarm) -> slot.acknowledge(alarm, who, nowNanos));
    }

    /** The alarm is quiet for {@link #SILENCE_NANOS}, and still wants an answer. */
    public AlarmResult silence(long sequence, int expectedRevision, String who, long nowNanos) {
        return act(sequence, expectedRevision, Refusals::ofSilence,
                (slot, alarm) -> slot.change(alarm.silenced(nowNanos + SILENCE_NANOS, nowNanos), who));
    }

    /** Ends a latched alarm that is acknowledged and whose condition is gone. */
    public AlarmResult reset(long sequence, int expectedRevision, String who, long nowNanos) {
        return act(sequence, expectedRevision, Refusals::ofReset,
                (slot, alarm) -> slot.change(
                        Judgement.reset(alarm, worst(Place.of(alarm), nowNanos), nowNanos), who));
    }

    /** Puts the alarm away for 1 to {@value Shelf#MAX_MINUTES} minutes, for a reason; only a rise is heard meanwhile. */
    public AlarmResult shelve(long sequence, int expectedRevision, String who, String why, int minutes, long nowNanos) {
        return act(sequence, expectedRevision,
                alarm -> Refusals.ofShelve(alarm, rules.mayBeShelved(situation.phase(), alarm.cause().kind()), why,
                        minutes),
                (slot, alarm) -> slot.change(
                        alarm.shelved(new Shelf(who, why.strip(), nowNanos + minutes * MINUTE_NANOS), nowNanos), who));
    }

    /** Takes the alarm off the shelf now: it is judged again, and sounds if its condition is present. */
    public AlarmResult unshelve(long sequence, int expectedRevision, String who, long nowNanos) {
        return act(sequence, expectedRevision, Refusals::ofUnshelve,
                (slot, alarm) -> slot.wake(alarm, worst(Place.of(alarm), nowNanos), who, nowNanos));
    }

    private AlarmResult act(long sequence, int expectedRevision, Function<Alarm, @Nullable String> refusal,
            BiFunction<AlarmSlot, Alarm, Alarm> action) {
        for (AlarmSlot slot : slots.values()) {
            Alarm alarm = slot.present().filter(present -> present.sequence() == sequence).orElse(null);
            if (alarm != null) {
                String refused = alarm.revision() == expectedRevision
                        ? refusal.apply(alarm)
                        : "the alarm has changed meanwhile: it is at revision %d, not %d".formatted(alarm.revision(),
                                expectedRevision);
                return refused == null
                        ? new AlarmResult.Done(action.apply(slot, alarm))
                        : new AlarmResult.Refused(refused);
            }
        }
        return new AlarmResult.Refused("there is no such alarm, or it is over");
    }

    private void judgeAll(long nowNanos) {
        Set<Place> places = new LinkedHashSet<>(slots.keySet());
        places.addAll(events.places());
        places.forEach(place -> judge(place, true, nowNanos));
    }

    private void judge(Place place, boolean anew, long nowNanos) {
        Condition worst = worst(place, nowNanos);
        if (worst != null || slots.containsKey(place)) {
            slot(place).settle(worst, anew, nowNanos);
        }
    }

    private @Nullable Condition worst(Place place, long nowNanos) {
        return events.worst(place, situation, nowNanos);
    }

    private AlarmSlot slot(Place place) {
        return slots.computeIfAbsent(place, key -> new AlarmSlot(listener, () -> ++lastSequence));
    }
}
