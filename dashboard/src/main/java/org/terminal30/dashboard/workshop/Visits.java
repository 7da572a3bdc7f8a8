package org.terminal30.dashboard.workshop;

import java.time.Clock;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.workshop.Jobs.Interval;
import org.terminal30.hardware.sample.Channel;

/** What was measured on a vehicle: the history of each bay, cut to the vehicle's jobs there. */
@Singleton
public final class Visits {
    private static final Set<Channel> RADIO_LIVES_ON = Set.of(Channel.ONBOARD, Channel.RADIO);

    private final Jobs jobs;
    private final Alarms alarms;
    private final History history;
    private final Clock clock;

    public Visits(Jobs jobs, Alarms alarms, History history, Clock clock) {
        this.jobs = jobs;
        this.alarms = alarms;
        this.history = history;
        this.clock = clock;
    }

    /** The visits of a vehicle, newest first. */
    public List<Visit> of(long vehicle) {
        return jobs.intervals(vehicle).stream().map(this::visit).toList();
    }

    /** How to cut a range into at most so many buckets, none finer than what is kept of any of the jobs. */
    public Grid grid(long vehicle, Channel channel, TimeRange range, int points) {
        return jobs.intervals(vehicle).stream()
                .map(job -> history.grid(new Series(job.bay(), channel), range(job).within(range), points))
                .reduce(Grid.covering(range, points), (all, one) -> all.stepNanos() >= one.stepNanos() ? all : one);
    }

    /** The windows of the range that lie inside jobs of the vehicle, in order of time. */
    public List<Bucket> buckets(long vehicle, Channel channel, TimeRange range, Grid grid) {
        return jobs.intervals(vehicle).reversed().stream()
                .flatMap(job -> history.buckets(new Series(job.bay(), channel), range(job).within(range), grid)
                        .stream())
                .toList();
    }

    /** The events that touch the range and began inside a job of the vehicle, in order of start. */
    public List<WireRecord.Event> events(long vehicle, TimeRange range) {
        return jobs.intervals(vehicle).reversed().stream()
                .flatMap(job -> begunIn(job).filter(event -> touches(event, range))).toList();
    }

    private Visit visit(Interval job) {
        List<WireRecord.Event> events = begunIn(job).toList();
        long longestNanos = events.stream().filter(event -> event.kind() == EventKind.INTERRUPTION)
                .filter(event -> RADIO_LIVES_ON.contains(event.channel())).mapToLong(WireRecord.Event::durationNanos)
                .max().orElse(0);
        Job of = job.job();
        return new Visit(of.id(), of.kind(), of.state(), of.bay(), of.startedAt(), of.finishedAt(), lowest(job),
                longestNanos / (double) EpochNanos.PER_MILLI, alarms.count(of.id()), events.size());
    }

    private @Nullable Double lowest(Interval job) {
        OptionalDouble lowest = history.lowest(new Series(job.bay(), Channel.ONBOARD), range(job));
        return lowest.isPresent() ? lowest.getAsDouble() : null;
    }

    private Stream<WireRecord.Event> begunIn(Interval job) {
        TimeRange range = range(job);
        return history.events(job.bay(), range).stream()
                .filter(event -> event.timeNanos() >= range.fromNanos());
    }

    private static boolean touches(WireRecord.Event event, TimeRange range) {
        return event.timeNanos() < range.toNanos()
                && (event.open() || event.timeNanos() + event.durationNanos() >= range.fromNanos());
    }

    private TimeRange range(Interval job) {
        Long finished = job.finishedNanos();
        long end = finished == null ? EpochNanos.of(clock.instant()) : finished;
        return new TimeRange(job.startedNanos(), Math.max(job.startedNanos(), end));
    }
}
