package org.terminal30.agent.alarm;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Phase;

/** The table of B4: what sounds in which phase. What is not in it is shown as status only. */
public final class AlarmRules {
    /**
     * Outside a job, leads are taken off without a word: what falls is alarmed when a vehicle that is gone would have been
     * noticed (2 s, rule B2), with a margin for the slope of the fall.
     */
    private static final long LEADS_OFF_NANOS = 2_500_000_000L;

    private final Map<Phase, Map<EventKind, AlarmRule>> table;

    private AlarmRules(Map<Phase, Map<EventKind, AlarmRule>> table) {
        this.table = table;
    }

    /** The rules of a bay that knows no procedure but the plain watch. */
    public static AlarmRules watch() {
        Map<EventKind, AlarmRule> vehicle = new EnumMap<>(EventKind.class);
        vehicle.put(EventKind.CRITICAL, new AlarmRule(Priority.WARNING, false, LEADS_OFF_NANOS));
        vehicle.put(EventKind.INTERRUPTION, new AlarmRule(Priority.CRITICAL, false, LEADS_OFF_NANOS));
        vehicle.put(EventKind.REVERSED, new AlarmRule(Priority.CRITICAL, false, 0));

        Map<EventKind, AlarmRule> watch = new EnumMap<>(EventKind.class);
        watch.put(EventKind.LOW, new AlarmRule(Priority.WARNING, false, 0));
        watch.put(EventKind.CRITICAL, new AlarmRule(Priority.CRITICAL, false, 0));
        watch.put(EventKind.INTERRUPTION, new AlarmRule(Priority.CRITICAL, true, 0));
        watch.put(EventKind.REVERSED, new AlarmRule(Priority.CRITICAL, true, 0));
        watch.put(EventKind.SURGE, new AlarmRule(Priority.WARNING, false, 0));
        watch.put(EventKind.BACKUP_LOST, new AlarmRule(Priority.WARNING, false, 0));
        watch.put(EventKind.NOT_WATCHING, new AlarmRule(Priority.WARNING, false, 0));

        Map<Phase, Map<EventKind, AlarmRule>> table = new EnumMap<>(Phase.class);
        table.put(Phase.NO_JOB_NO_VEHICLE, new EnumMap<>(EventKind.class));
        table.put(Phase.NO_JOB_VEHICLE, vehicle);
        table.put(Phase.WATCH, watch);
        return new AlarmRules(table);
    }

    /** How an event sounds in a phase; empty for none or status only. A severe surge is critical wherever a surge sounds. */
    public Optional<AlarmRule> of(Phase phase, SupplyEvent event) {
        Map<EventKind, AlarmRule> row = table.getOrDefault(phase, Map.of());
        AlarmRule rule = row.get(event.kind());
        if (rule != null && event.kind() == EventKind.SURGE && SupplyEvent.SEVERE.equals(event.reason())) {
            return Optional.of(new AlarmRule(Priority.CRITICAL, rule.latching(), rule.delayNanos()));
        }
        return Optional.ofNullable(rule);
    }
}
