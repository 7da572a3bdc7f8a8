package org.terminal30.dashboard.diagnosis.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.dashboard.diagnosis.Fault;
import org.terminal30.dashboard.diagnosis.Fault.Kind;
import org.terminal30.dashboard.diagnosis.Point;
import org.terminal30.dashboard.diagnosis.Swap;
import org.terminal30.dashboard.diagnosis.Watched;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.workshop.JobProgress;
import org.terminal30.dashboard.workshop.Jobs.Interval;
import org.terminal30.hardware.sample.Channel;

/**
 * The records of one visit, sorted out.
 *
 * @param range from its start to its end, or to now
 * @param events that began in it, in order of start
 * @param watched stretches in which a point was measured
 */
record VisitReading(Interval job, TimeRange range, List<Event> events, List<Watched> watched, List<Fault> faults) {
    private static final Map<EventKind, Kind> KINDS = Map.of(EventKind.INTERRUPTION, Kind.INTERRUPTION, EventKind.DIP,
            Kind.DIP, EventKind.CRITICAL, Kind.CRITICAL, EventKind.SURGE, Kind.SURGE);
    private static final long BOUNCE_NANOS = 1_000_000_000L;
    private static final String MEMORY_KEPT = "memory-kept";
    private static final String BATTERY_SWAP = "battery-swap";

    static VisitReading of(Interval job, History history, Instant now) {
        Long finished = job.finishedNanos();
        long end = finished == null ? EpochNanos.of(now) : finished;
        TimeRange range = new TimeRange(job.startedNanos(), Math.max(job.startedNanos(), end));
        List<Event> events = history.events(job.bay(), range).stream()
                .filter(event -> event.timeNanos() >= range.fromNanos()).toList();
        Coverage coverage = new Coverage(history, job.bay(), range, events);
        List<Watched> watched = Stream.of(Point.ONBOARD, Point.RADIO)
                .flatMap(point -> coverage.of(point).stream()
                        .map(stretch -> new Watched(point, EpochNanos.instant(stretch.fromNanos()),
                                EpochNanos.instant(stretch.toNanos()))))
                .toList();
        return new VisitReading(job, range, events, watched, faults(events, range));
    }

    private static List<Fault> faults(List<Event> events, TimeRange range) {
        Set<String> starts = events.stream().filter(event -> event.kind() == EventKind.CRANKING).map(Event::id)
                .collect(Collectors.toSet());
        List<Event> leadsOff = events.stream().filter(Coverage::isLeadOff).toList();
        return events.stream().filter(event -> KINDS.containsKey(event.kind()))
                .filter(event -> leadsOff.stream().noneMatch(off -> isPartOf(event, off)))
                .filter(event -> event.parent() == null || !starts.contains(event.parent()))
                .flatMap(event -> fault(event, range).stream()).toList();
    }

    /** A clip that comes off or is put back bounces, and the slope is a dip. */
    private static boolean isPartOf(Event event, Event leadOff) {
        return event.channel() == leadOff.channel()
                && event.timeNanos() <= leadOff.timeNanos() + leadOff.durationNanos() + BOUNCE_NANOS
                && event.timeNanos() + event.durationNanos() >= leadOff.timeNanos() - BOUNCE_NANOS;
    }

    private static Optional<Fault> fault(Event event, TimeRange range) {
        Kind kind = KINDS.get(event.kind());
        Double volts = kind == Kind.SURGE ? event.maximum() : event.minimum();
        Point point = switch (event.channel()) {
            case ONBOARD -> Point.ONBOARD;
            case RADIO -> Point.RADIO;
            default -> null;
        };
        if (kind == null || point == null || volts == null) {
            return Optional.empty();
        }
        long lasted = event.open() ? range.toNanos() - event.timeNanos() : event.durationNanos();
        return Optional.of(new Fault(point, kind, EpochNanos.instant(event.timeNanos()),
                Duration.ofNanos(lasted), volts));
    }

    /** The engine starts that the car's own supply showed, in order of time. */
    List<Event> starts() {
        return events.stream()
                .filter(event -> event.kind() == EventKind.CRANKING && event.channel() == Channel.ONBOARD).toList();
    }

    /** What a battery swap left behind; empty for any other visit. */
    Optional<Swap> swap() {
        if (!job.job().kind().equals(BATTERY_SWAP)) {
            return Optional.empty();
        }
        Duration longest = faults.stream().filter(fault -> fault.kind() == Kind.INTERRUPTION).map(Fault::lasted)
                .max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        // A saver that is switched off at the end of a good swap is lost, too, and has not failed.
        boolean failed = events.stream().anyMatch(event -> event.kind() == EventKind.FEED_LOST
                || (event.kind() == EventKind.BACKUP_LOST && !keptItsMemory()));
        return Optional.of(new Swap(EpochNanos.instant(range.fromNanos()), longest, failed));
    }

    private boolean keptItsMemory() {
        JobProgress progress = job.job().progress();
        return progress != null
                && progress.verdicts().stream().anyMatch(verdict -> verdict.word().equals(MEMORY_KEPT));
    }
}
