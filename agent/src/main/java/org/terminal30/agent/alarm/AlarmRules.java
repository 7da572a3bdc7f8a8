package org.terminal30.agent.alarm;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Phase;

/** The table of B4: what sounds in which phase, and what may be shelved in it. */
public final class AlarmRules {
    /**
     * Outside a job, leads are taken off without a word: what falls is alarmed when a vehicle that is gone would have been
     * noticed (2 s, rule B2), with a margin for the slope of the fall.
     */
    private static final long LEADS_OFF_NANOS = 2_500_000_000L;
    private static final Set<EventKind> NEVER_SHELVED_WHILE_ARMED = EnumSet.of(EventKind.FEED_LOST,
            EventKind.INTERRUPTION, EventKind.BACKUP_LOST);

    private final Map<Phase, Map<EventKind, AlarmRule>> table = new EnumMap<>(Phase.class);

    /** The rules of B4. */
    public AlarmRules() {
        row(Phase.NO_JOB_VEHICLE, AlarmRule.STATUS.after(LEADS_OFF_NANOS), AlarmRule.WARNING.after(LEADS_OFF_NANOS),
                AlarmRule.CRITICAL.after(LEADS_OFF_NANOS)).put(EventKind.REVERSED, AlarmRule.CRITICAL);
        job(Phase.PREPARING, AlarmRule.STATUS, AlarmRule.WARNING, AlarmRule.CRITICAL)
                .put(EventKind.BACKUP_LOST, AlarmRule.WARNING);
        armed();
        job(Phase.REMOVING_BACKUP, AlarmRule.STATUS, AlarmRule.CRITICAL, AlarmRule.LATCHED);
        job(Phase.ENGINE, AlarmRule.WARNING.given(Proviso.ENGINE_OFF), AlarmRule.CRITICAL, AlarmRule.LATCHED)
                .put(EventKind.BACKUP_LOST, AlarmRule.WARNING.given(Proviso.SAVER_SEEN));
        job(Phase.WATCH, AlarmRule.WARNING.given(Proviso.ENGINE_OFF), AlarmRule.CRITICAL, AlarmRule.LATCHED)
                .put(EventKind.BACKUP_LOST, AlarmRule.WARNING);
        job(Phase.UNATTENDED, AlarmRule.STATUS, AlarmRule.WARNING, AlarmRule.CRITICAL);
        job(Phase.CODE_ENTRY, AlarmRule.WARNING, AlarmRule.CRITICAL, AlarmRule.LATCHED)
                .put(EventKind.BACKUP_LOST, AlarmRule.LATCHED.given(Proviso.SAVER_USED));
    }

    private void armed() {
        Map<EventKind, AlarmRule> armed = job(Phase.ARMED, AlarmRule.WARNING.given(Proviso.FULL_REFERENCE),
                AlarmRule.WARNING, AlarmRule.LATCHED);
        armed.put(EventKind.BACKUP_LOST, AlarmRule.LATCHED);
        armed.put(EventKind.FEED_LOST, AlarmRule.LATCHED);
        armed.put(EventKind.NOT_WATCHING, AlarmRule.CRITICAL);
    }

    private Map<EventKind, AlarmRule> job(Phase phase, AlarmRule low, AlarmRule critical, AlarmRule broken) {
        Map<EventKind, AlarmRule> row = row(phase, low, critical, broken);
        row.put(EventKind.SURGE, AlarmRule.WARNING);
        row.put(EventKind.NOT_WATCHING, AlarmRule.WARNING);
        return row;
    }

    private Map<EventKind, AlarmRule> row(Phase phase, AlarmRule low, AlarmRule critical, AlarmRule broken) {
        Map<EventKind, AlarmRule> row = table.computeIfAbsent(phase, key -> new EnumMap<>(EventKind.class));
        row.put(EventKind.LOW, low);
        row.put(EventKind.CRITICAL, critical);
        row.put(EventKind.INTERRUPTION, broken);
        row.put(EventKind.REVERSED, broken);
        return row;
    }

    /** The cell of a kind; empty where B4 has a dash. */
    Optional<AlarmRule> of(Phase phase, EventKind kind) {
        return Optional.ofNullable(table.getOrDefault(phase, Map.of()).get(kind));
    }

    /** The cell of an event: a severe surge is critical wherever a surge sounds, a chattering kind stands for itself. */
    Optional<AlarmRule> of(Phase phase, SupplyEvent event) {
        Optional<AlarmRule> rule = of(phase, Place.kind(event));
        return event.kind() == EventKind.SURGE && SupplyEvent.SEVERE.equals(event.reason())
                ? rule.map(AlarmRule::critical)
                : rule;
    }

    /** Whether an alarm about the kind may be shelved in the phase. */
    public boolean mayBeShelved(Phase phase, EventKind kind) {
        return phase != Phase.ARMED || !NEVER_SHELVED_WHILE_ARMED.contains(kind);
    }
}
