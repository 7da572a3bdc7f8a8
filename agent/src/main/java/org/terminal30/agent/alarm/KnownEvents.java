package org.terminal30.agent.alarm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Phase;

/** The supply events that are open, and since when the board knows of them. */
final class KnownEvents {
    private record Known(SupplyEvent event, long sinceNanos) {}

    private final AlarmRules rules;
    private final Map<Long, Known> open = new LinkedHashMap<>();

    KnownEvents(AlarmRules rules) {
        this.rules = rules;
    }

    /** Takes the latest state of an event; the answer is a condition that ended by itself before its delay was over.
     * An event that ended already and is told again, because its parent is known now, is none. */
    Optional<Condition> take(SupplyEvent event, Phase phase, long nowNanos) {
        Known known = open.get(event.sequence());
        long sinceNanos = known == null ? nowNanos : known.sinceNanos();
        if (event.open()) {
            open.put(event.sequence(), new Known(event, sinceNanos));
            return Optional.empty();
        }
        open.remove(event.sequence());
        boolean toldAgain = known == null && event.revision() > 1;
        if (toldAgain || SupplyEvent.NO_VEHICLE.equals(event.reason())) {
            return Optional.empty();
        }
        return rules.of(phase, event)
                .filter(rule -> known == null || nowNanos - sinceNanos < rule.delayNanos())
                .map(rule -> new Condition(event, rule));
    }

    /** The worst condition of a place that sounds in the phase and whose delay is over. */
    @Nullable
    Condition worst(Place place, Phase phase, long nowNanos) {
        Condition worst = null;
        for (Known known : open.values()) {
            AlarmRule rule = rules.of(phase, known.event()).orElse(null);
            if (rule == null || nowNanos - known.sinceNanos() < rule.delayNanos() || !place.isOf(known.event())) {
                continue;
            }
            Condition condition = new Condition(known.event(), rule);
            if (worst == null || condition.severity() > worst.severity()) {
                worst = condition;
            }
        }
        return worst;
    }

    Set<Place> places() {
        return open.values().stream().map(known -> Place.of(known.event())).collect(Collectors.toSet());
    }
}
