package org.terminal30.agent.alarm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.SupplyEvent;

/** The supply events that are open, and since when the board knows of them. */
final class KnownEvents {
    private record Known(SupplyEvent event, long sinceNanos) {}

    private final AlarmRules rules;
    private final Map<Long, Known> open = new LinkedHashMap<>();

    KnownEvents(AlarmRules rules) {
        this.rules = rules;
    }

    /**
     * Takes the latest state of an event; the answer is a condition that ended by itself before its delay was over, and would
     * have sounded. An event that ended already and is told again, because its parent is known now, is none.
     */
    Optional<Condition> take(SupplyEvent event, Situation situation, long nowNanos) {
        Known known = open.get(event.sequence());
        long sinceNanos = known == null ? nowNanos : known.sinceNanos();
        if (event.open()) {
            open.put(event.sequence(), new Known(event, sinceNanos));
            return Optional.empty();
        }
        open.remove(event.sequence());
        boolean toldAgain = known == null && event.revision() > 1;
        boolean judgedBefore = known != null && isDue(known, situation, nowNanos);
        if (toldAgain || judgedBefore || SupplyEvent.NO_VEHICLE.equals(event.reason())) {
            return Optional.empty();
        }
        return Optional.of(situation.judge(event, rules, sinceNanos, nowNanos)).filter(brief -> !brief.isStatus());
    }

    /** The worst condition of a place whose delay is over; of equal ones the one that has chattered most. */
    @Nullable
    Condition worst(Place place, Situation situation, long nowNanos) {
        Condition worst = null;
        for (Known known : open.values()) {
            if (place.isOf(known.event()) && isDue(known, situation, nowNanos)) {
                Condition next = situation.judge(known.event(), rules, known.sinceNanos(), nowNanos);
                worst = worst == null ? next : worse(worst, next);
            }
        }
        return worst;
    }

    private static Condition worse(Condition one, Condition other) {
        int rise = Integer.compare(other.severity(), one.severity());
        boolean chattersMore = other.cause().count() > one.cause().count();
        return rise > 0 || (rise == 0 && chattersMore) ? other : one;
    }

    private boolean isDue(Known known, Situation situation, long nowNanos) {
        return rules.of(situation.phase(), known.event())
                .map(rule -> nowNanos - known.sinceNanos() >= rule.delayNanos()).orElse(true);
    }

    Set<Place> places() {
        return open.values().stream().map(known -> Place.of(known.event())).collect(Collectors.toSet());
    }
}
