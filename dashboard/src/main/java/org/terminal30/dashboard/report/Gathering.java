package org.terminal30.dashboard.report;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.headunit.HeadUnits;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.live.BayBoard;
import org.terminal30.dashboard.live.BayView;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.Jobs.Interval;
import org.terminal30.dashboard.workshop.Letterheads;
import org.terminal30.dashboard.workshop.Vehicle;
import org.terminal30.dashboard.workshop.VehicleRef;
import org.terminal30.dashboard.workshop.Vehicles;

/** Gathers what a report rests on from where the dashboard keeps it. */
@Singleton
final class Gathering {
    private final History history;
    private final AlarmsOfJob alarms;
    private final BayBoard board;
    private final Vehicles vehicles;
    private final HeadUnits headUnits;
    private final Letterheads letterheads;
    private final ZoneId zone;
    private final Clock clock;

    Gathering(History history, AlarmsOfJob alarms, BayBoard board, Vehicles vehicles, HeadUnits headUnits,
            Letterheads letterheads, ZoneId zone, Clock clock) {
        this.history = history;
        this.alarms = alarms;
        this.board = board;
        this.vehicles = vehicles;
        this.headUnits = headUnits;
        this.letterheads = letterheads;
        this.zone = zone;
        this.clock = clock;
    }

    /** What the bay reported of a job that has ended. */
    Measured measured(Interval interval, TimeRange range) {
        List<WireRecord.Event> events = history.events(interval.bay(), range).stream()
                .filter(event -> event.timeNanos() >= range.fromNanos()).toList();
        return new Measured(interval.job(), range, new ChartReading(history).courses(interval.bay(), range), events,
                alarms.of(interval.job().id(), range.toNanos()));
    }

    /** How things are now, which a report made now stays with. */
    AtTheTime now(Interval interval) {
        Instant now = clock.instant();
        Job job = interval.job();
        BayView bay = board.of(interval.bay());
        return new AtTheTime(Instant.ofEpochMilli(now.toEpochMilli()), zone.getId(), letterheads.current(),
                vehicle(job),
                radio(job), bay.agent(), List.copyOf(bay.channels().values()));
    }

    private @Nullable Vehicle vehicle(Job job) {
        return Optional.ofNullable(job.vehicle()).map(VehicleRef::id).flatMap(vehicles::find).orElse(null);
    }

    private AtTheTime.@Nullable Radio radio(Job job) {
        return Optional.ofNullable(job.vehicle()).map(VehicleRef::id).flatMap(headUnits::fittedTo)
                .map(unit -> new AtTheTime.Radio(
                        unit.model() == null ? unit.maker() : unit.maker() + " " + unit.model(),
                        unit.serial()))
                .orElse(null);
    }

    /** A job's time; a job that ended before it began, by a clock that was wrong, has none. */
    static TimeRange range(Interval interval) {
        Long finished = interval.finishedNanos();
        long end = finished == null ? interval.startedNanos() : finished;
        return new TimeRange(interval.startedNanos(), Math.max(interval.startedNanos(), end));
    }

    /** The year of a job's start, in UTC. */
    static int year(Interval interval) {
        return EpochNanos.instant(interval.startedNanos()).atZone(ZoneOffset.UTC).getYear();
    }
}
