package org.terminal30.agent.alarm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Phase;

/** Listens to a board and looks at it, and writes down every promise that it breaks. */
final class BoardPromises implements AlarmListener {
    /** An event and since when the board knows of it. */
    record Told(SupplyEvent event, long sinceNanos) {}

    private final AlarmRules rules;
    private final Map<Long, Integer> revisions = new HashMap<>();
    private final Map<Place, Long> answeredNanos = new HashMap<>();
    private final Map<Place, Long> returnedNanos = new HashMap<>();
    private final Set<AlarmState> seen = EnumSet.noneOf(AlarmState.class);
    private final List<String> broken = new ArrayList<>();

    BoardPromises(AlarmRules rules) {
        this.rules = rules;
    }

    Set<AlarmState> statesSeen() {
        return seen;
    }

    List<String> broken() {
        return broken;
    }

    @Override
    public void changed(Alarm alarm, @Nullable String who) {
        seen.add(alarm.state());
        int last = revisions.getOrDefault(alarm.sequence(), 0);
        if (alarm.revision() != last + 1) {
            broken.add("revision %d after %d".formatted(alarm.revision(), last));
        }
        revisions.put(alarm.sequence(), alarm.revision());
        Place place = Place.of(alarm);
        if (!alarm.condition()) {
            returnedNanos.put(place, alarm.timing().changedNanos());
        }
        if (alarm.state() == AlarmState.UNACKNOWLEDGED) {
            answeredNanos.remove(place);
        }
    }

    /** An action was carried out on an alarm as it stood before. */
    void carriedOut(String action, Alarm before, int minutes, String why, Situation situation, Collection<Told> open) {
        Place place = Place.of(before);
        boolean present = conditions(place, situation, open).stream()
                .anyMatch(condition -> !condition.isStatus() && condition.severity() >= before.severity());
        boolean mayBeShelved = minutes >= 1 && minutes <= Shelf.MAX_MINUTES && !why.isBlank()
                && rules.mayBeShelved(situation.phase(), before.cause().kind());
        switch (action) {
            case "reset" -> {
                if (present) {
                    broken.add("reset while the condition is present: " + before);
                }
            }
            case "shelve" -> {
                if (!mayBeShelved) {
                    broken.add("shelved for %d minutes because of \"%s\"".formatted(minutes, why));
                }
            }
            default -> {
            }
        }
    }

    void answered(Place place, long nowNanos) {
        answeredNanos.put(place, nowNanos);
    }

    /** Looks at the board as it stands. */
    void look(AlarmBoard board, Situation situation, Collection<Told> open, long nowNanos) {
        Map<Place, Alarm> byPlace = new HashMap<>();
        for (Alarm alarm : board.alarms()) {
            if (byPlace.put(Place.of(alarm), alarm) != null) {
                broken.add("two alarms at " + Place.of(alarm));
            }
            Shelf shelf = alarm.shelf();
            boolean forbidden = !rules.mayBeShelved(situation.phase(), alarm.cause().kind());
            if (shelf != null && (shelf.untilNanos() <= nowNanos || forbidden)) {
                broken.add("still shelved: " + alarm);
            }
        }
        for (Told told : open) {
            Place place = Place.of(told.event());
            List<Condition> all = conditions(place, situation, open);
            all.stream().filter(condition -> condition.cause().priority() == Priority.CRITICAL)
                    .filter(condition -> !isHeard(condition, all, byPlace.get(place)))
                    .forEach(condition -> broken.add("%s is not heard: %s".formatted(condition, byPlace.get(place))));
        }
        restart(board, situation.phase(), nowNanos);
    }

    /** It wants an answer, is shelved, or somebody has answered it or a worse one that it came with. */
    private boolean isHeard(Condition critical, List<Condition> all, @Nullable Alarm alarm) {
        if (alarm == null) {
            return false;
        }
        Place place = Place.of(alarm);
        long answered = answeredNanos.getOrDefault(place, Long.MIN_VALUE);
        boolean covered = all.stream().anyMatch(condition -> condition.severity() >= critical.severity()
                && condition.sinceNanos() <= answered);
        Long returned = returnedNanos.get(place);
        boolean repeated = alarm.state() == AlarmState.ACKNOWLEDGED && returned != null
                && critical.sinceNanos() - returned <= AlarmBoard.REPEAT_NANOS;
        return alarm.state().wantsAnswer() || alarm.shelf() != null || covered || repeated;
    }

    private void restart(AlarmBoard board, Phase phase, long nowNanos) {
        AlarmBoard.Snapshot snapshot = board.snapshot();
        AlarmBoard restored = AlarmBoard.restored(rules, (alarm, who) -> broken.add("told by a restart: " + alarm),
                snapshot, phase, nowNanos);
        if (!restored.snapshot().equals(snapshot)) {
            broken.add("%s restored as %s".formatted(snapshot, restored.snapshot()));
        }
    }

    /** What is open at a place, as the present phase judges it; without a job, what has not to wait for its delay. */
    private List<Condition> conditions(Place place, Situation situation, Collection<Told> open) {
        boolean delayed = situation.phase() == Phase.NO_JOB_VEHICLE && !place.family().name().equals("REVERSED");
        return delayed
                ? List.of()
                : open.stream().filter(told -> place.isOf(told.event()))
                        .map(told -> situation.judge(told.event(), rules, told.sinceNanos(), told.sinceNanos()))
                        .toList();
    }
}
