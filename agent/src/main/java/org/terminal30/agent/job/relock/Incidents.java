package org.terminal30.agent.job.relock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

/**
 * Sorts out what happened to the supply of car and radio. A record is judged a while after its end, when it is known whether an
 * engine start explains it and whether the other channel had trouble, too. Used by one thread.
 */
final class Incidents {
    /** Whoever takes a clamp off takes longer; a contact that fails does not. The same limit as the diagnosis has. */
    static final long LONGEST_FAULT_NANOS = 10_000_000_000L;
    /** Two channels that fail within this fail together, and breaks within it are one incident. */
    private static final long TOGETHER_NANOS = 1_000_000_000L;
    /** A start is recognised within 20 s (rule B5). */
    private static final long SETTLED_NANOS = 25_000_000_000L;
    private static final long FORGOTTEN_NANOS = 60_000_000_000L;
    /** Below this nobody says any more that memory is kept (rule B6). */
    private static final double MEMORY_VOLTS = 9;
    /** More than a contact that rattles makes; beyond it the oldest are not judged. */
    static final int MAX_RECENT = 256;
    private static final Set<EventKind> BREAKS = EnumSet.of(EventKind.INTERRUPTION, EventKind.DIP, EventKind.REVERSED);
    private static final Set<EventKind> UNSTEADY = EnumSet.of(EventKind.INTERRUPTION, EventKind.DIP, EventKind.REVERSED,
            EventKind.CRITICAL, EventKind.SURGE, EventKind.CRANKING, EventKind.NOT_WATCHING);

    private final Map<Long, SupplyEvent> recent = new LinkedHashMap<>();
    private final Set<Long> judged = new HashSet<>();
    private final IncidentTally tally;

    Incidents(IncidentTally tally) {
        this.tally = tally;
    }

    /** Whether an interruption is one of a lead that was taken off, as far as can be told. */
    static boolean isAway(SupplyEvent interruption) {
        return SupplyEvent.LEAD_OFF.equals(interruption.reason()) || interruption.durationNanos() > LONGEST_FAULT_NANOS;
    }

    /** A record of car or radio, in any of its revisions. */
    void event(SupplyEvent event) {
        boolean supply = event.channel() == Channel.ONBOARD || event.channel() == Channel.RADIO;
        if (!supply || !UNSTEADY.contains(event.kind())) {
            return;
        }
        recent.put(event.sequence(), event);
        if (recent.size() > MAX_RECENT) {
            long eldest = recent.keySet().iterator().next();
            recent.remove(eldest);
            judged.remove(eldest);
        }
    }

    /** Judges what has been over for long enough. */
    void judge(long nowNanos) {
        if (recent.isEmpty()) {
            return;
        }
        breaks(Channel.RADIO, nowNanos);
        breaks(Channel.ONBOARD, nowNanos);
        for (SupplyEvent event : recent.values()) {
            if (event.channel() == Channel.ONBOARD) {
                level(event, nowNanos);
            }
        }
        recent.values().removeIf(event -> !event.open() && nowNanos - event.endNanos() > FORGOTTEN_NANOS);
        judged.retainAll(recent.keySet());
    }

    /** The watch is over: nothing that could still explain a record will be seen. */
    void settle(long nowNanos) {
        judge(nowNanos + SETTLED_NANOS);
    }

    private void breaks(Channel channel, long nowNanos) {
        List<SupplyEvent> all = recent.values().stream()
                .filter(event -> event.channel() == channel && BREAKS.contains(event.kind()))
                .sorted(Comparator.comparingLong(SupplyEvent::startNanos)).toList();
        List<SupplyEvent> incident = new ArrayList<>();
        long endNanos = Long.MIN_VALUE;
        for (SupplyEvent event : all) {
            if (!incident.isEmpty() && event.startNanos() - endNanos > TOGETHER_NANOS) {
                incident(channel, incident, endNanos, nowNanos);
                incident.clear();
                endNanos = Long.MIN_VALUE;
            }
            incident.add(event);
            endNanos = Math.max(endNanos, event.endNanos());
        }
        if (!incident.isEmpty()) {
            incident(channel, incident, endNanos, nowNanos);
        }
    }

    private void incident(Channel channel, List<SupplyEvent> incident, long endNanos, long nowNanos) {
        boolean over = incident.stream().noneMatch(SupplyEvent::open) && nowNanos - endNanos >= SETTLED_NANOS;
        List<SupplyEvent> fresh = incident.stream().filter(event -> !judged.contains(event.sequence())).toList();
        if (!over || fresh.isEmpty()) {
            return;
        }
        fresh.forEach(event -> judged.add(event.sequence()));
        List<SupplyEvent> breaks = fresh.stream().filter(event -> isBreak(event, incident)).toList();
        boolean away = incident.stream().anyMatch(event -> event.kind() != EventKind.DIP && isAway(event));
        if (away) {
            tally.away(channel);
        } else if (!breaks.isEmpty() && isTheChannelsOwn(channel, incident.getFirst().startNanos(), endNanos)) {
            tally.broke(channel, breaks);
        }
    }

    /** A dip that holds an interruption is the slope of it. */
    private static boolean isBreak(SupplyEvent event, List<SupplyEvent> incident) {
        return event.kind() != EventKind.DIP || (event.minimum() < MEMORY_VOLTS
                && !SupplyEvent.NEW_LEVEL.equals(event.reason())
                && incident.stream().allMatch(other -> other.kind() == EventKind.DIP));
    }

    /** The radio's own while the car's supply was steady; the car's own while the starter did not turn. */
    private boolean isTheChannelsOwn(Channel channel, long fromNanos, long toNanos) {
        return recent.values().stream()
                .filter(other -> other.channel() == Channel.ONBOARD)
                .filter(other -> channel == Channel.RADIO || other.kind() == EventKind.CRANKING)
                .noneMatch(other -> other.startNanos() <= toNanos + TOGETHER_NANOS
                        && (other.open() || other.endNanos() >= fromNanos - TOGETHER_NANOS));
    }

    private void level(SupplyEvent event, long nowNanos) {
        boolean wanted = event.kind() == EventKind.CRITICAL
                || (event.kind() == EventKind.SURGE && SupplyEvent.SEVERE.equals(event.reason()));
        long known = event.kind() == EventKind.CRITICAL ? nowNanos - event.startNanos() : Long.MAX_VALUE;
        if (!wanted || known < SETTLED_NANOS || !judged.add(event.sequence())) {
            return;
        }
        if (event.kind() == EventKind.SURGE) {
            tally.broke(Channel.ONBOARD, List.of(event));
        } else if (isALevel(event)) {
            tally.empty();
        }
    }

    /** Not the slope of a break, nor of a start. */
    private boolean isALevel(SupplyEvent critical) {
        return recent.values().stream().filter(other -> other.channel() == Channel.ONBOARD)
                .filter(other -> other.kind() == EventKind.INTERRUPTION || other.kind() == EventKind.CRANKING)
                .noneMatch(other -> other.startNanos() <= critical.endNanos() + TOGETHER_NANOS
                        && (other.open() || other.endNanos() >= critical.startNanos() - TOGETHER_NANOS));
    }
}
