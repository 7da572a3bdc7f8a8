package org.terminal30.dashboard.diagnosis.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.Clock;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.dashboard.diagnosis.Cause;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.workshop.Inspection;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.Jobs.Interval;
import org.terminal30.dashboard.workshop.Lock;
import org.terminal30.hardware.sample.Channel;

/** What a workshop got to know of a life: the bay's records in its visits, what people typed in, right or wrong. */
final class InventedCase {
    private static final BayId BAY = new BayId("main", "1");
    private static final long MINUTE = InventedLife.MINUTE;
    private static final long HOUR = InventedLife.HOUR;

    final PlayedHistory history = new PlayedHistory();
    final List<Interval> visits = new ArrayList<>();
    final List<Lock> locks = new ArrayList<>();
    final List<Inspection> inspections = new ArrayList<>();
    final Instant now;

    private final InventedLife life;
    private final Random fate;
    private final List<TimeRange> ranges = new ArrayList<>();

    private InventedCase(InventedLife life, Random fate) {
        this.life = life;
        this.fate = fate;
        this.now = EpochNanos.instant(life.end() + 24 * HOUR);
        history.channel(Channel.ONBOARD, life.onboard);
        history.channel(Channel.RADIO, life.radio);
    }

    /** A workshop that does what the page asks for, and mistakes itself at times; it watches until it has locked twice. */
    static InventedCase thorough(Cause cause, Random fate) {
        return watched(cause, fate, 1, 0.9);
    }

    /** The same with half of the questions left open and a probe at every other radio. */
    static InventedCase careless(Cause cause, Random fate) {
        return watched(cause, fate, 0.5, 0.5);
    }

    private static InventedCase watched(Cause cause, Random fate, double looks, double probes) {
        for (int attempt = 0; attempt < 500; attempt++) {
            InventedCar car = new InventedCar(cause, fate);
            InventedLife life = new InventedLife(car, fate, 14 + fate.nextInt(40));
            InventedCase made = new InventedCase(life, fate);
            made.checks(fate.nextInt(4));
            made.watches(1 + fate.nextInt(3), 2, 9);
            made.people(car, 0.85, looks);
            if (made.locksInVisits() >= 2) {
                made.record(probes);
                return made;
            }
        }
        throw new IllegalStateException("no %s that locks twice".formatted(cause));
    }

    /** One that had the car for half an hour, if at all, and was told of it on the telephone. */
    static InventedCase hasty(Cause cause, Random fate) {
        InventedCar car = new InventedCar(cause, fate);
        InventedCase made = new InventedCase(new InventedLife(car, fate, 5 + fate.nextInt(20)), fate);
        made.checks(fate.nextInt(2));
        made.people(car, 0.25, 0);
        made.locks.removeIf(lock -> made.locks.indexOf(lock) > 1);
        made.record(0);
        return made;
    }

    private int locksInVisits() {
        return (int) locks.stream()
                .filter(lock -> ranges.stream().anyMatch(range -> range.fromNanos() <= EpochNanos.of(lock
                        .from()) && EpochNanos.of(lock.to()) < range.toNanos()))
                .count();
    }

    private double between(double low, double high) {
        return InventedCar.between(fate, low, high);
    }

    private void checks(int count) {
        for (int i = 0; i < count && !life.starts.isEmpty(); i++) {
            long start = life.starts.get(fate.nextInt(life.starts.size()));
            visit(start - (long) (between(1, 15) * MINUTE), start + (long) (between(4, 40) * MINUTE));
        }
    }

    private void watches(int count, int fewestDays, int mostDays) {
        for (int i = 0; i < count; i++) {
            long length = (long) (between(fewestDays, mostDays) * 24 * HOUR);
            long from = life.begin + (long) (fate.nextDouble() * Math.max(1, life.end() - life.begin - length));
            visit(from, Math.min(from + length, life.end()));
        }
    }

    private void visit(long from, long to) {
        boolean overlaps = ranges.stream().anyMatch(range -> from < range.toNanos() && to > range.fromNanos());
        if (!overlaps && from > life.begin) {
            ranges.add(new TimeRange(from, to));
        }
    }

    private void people(InventedCar car, double entersLock, double looks) {
        double enters = life.locks.size() > 12 ? entersLock * 0.5 : entersLock;
        for (InventedLife.TrueLock lock : life.locks) {
            if (fate.nextDouble() < enters) {
                enter(lock);
            }
        }
        if (fate.nextDouble() < 0.12) {
            batteryWork();
        }
        locks.sort(Comparator.comparing(Lock::from).reversed());
        if (fate.nextDouble() < looks) {
            look("firmware", car.unofficialFirmware ? "unofficial" : "official", null);
        }
        if (fate.nextDouble() < looks) {
            boolean memory = car.fault == Cause.MEMORY;
            look("asks-for-code", memory && fate.nextDouble() < 0.96 ? "every-ignition" : "now-and-then", null);
        }
        if (fate.nextDouble() < looks * 0.7) {
            boolean bad = fate.nextDouble() < (car.fault == Cause.CONTACT ? 0.7 : 0.07);
            look("radio-connector", bad ? fate.nextBoolean() ? "oxidised" : "loose" : "clean", null);
            look("radio-fuse", "good", null);
        }
        if (fate.nextDouble() < looks * 0.35) {
            double awake = fate.nextDouble() < 0.06 ? 0.6 : 0;
            look("quiescent-load", "measured", 1000 * (car.quiescentAmperes + awake));
        }
    }

    private void enter(InventedLife.TrueLock lock) {
        boolean exact = fate.nextDouble() < (lock.before().equals("parked") ? 0.05 : 0.65);
        long slip = (long) (fate.nextGaussian() * 1.5 * MINUTE);
        long from = exact ? lock.at() + slip : lock.since();
        long to = exact ? from : lock.at() + (long) (between(0, 90) * MINUTE);
        String before = fate.nextDouble() < 0.7 ? fate.nextDouble() < 0.94 ? lock.before() : "parked" : null;
        add(from, to, before);
    }

    /** Somebody took the battery off; where a bay was watching, it saw it. */
    private void batteryWork() {
        long at = life.starts.get(fate.nextInt(life.starts.size())) - 4 * MINUTE;
        life.happenings.add(new InventedLife.Happening(EventKind.INTERRUPTION, Channel.ONBOARD, at, 2 * MINUTE, 0.01,
                12.4, null));
        life.happenings.add(new InventedLife.Happening(EventKind.INTERRUPTION, Channel.RADIO, at, 2 * MINUTE, 0.01,
                12.4, null));
        add(at, at, "battery-work");
    }

    private void add(long from, long to, @Nullable String before) {
        locks.add(new Lock(locks.size() + 1, 1, EpochNanos.instant(from), EpochNanos.instant(Math.max(from, to)),
                "CODE", before, null, "Anna", EpochNanos.instant(to)));
    }

    private void look(String subject, String found, @Nullable Double milliamperes) {
        inspections.add(new Inspection(inspections.size() + 1, 1, subject, found, milliamperes, null, "Anna", now));
    }

    private void record(double probes) {
        ranges.sort(Comparator.comparingLong(TimeRange::fromNanos));
        for (TimeRange range : ranges) {
            boolean watch = range.toNanos() - range.fromNanos() > 24 * HOUR;
            boolean probe = fate.nextDouble() < (watch ? probes : probes / 8);
            life.onboard.attach(range);
            if (probe) {
                life.radio.attach(range);
            }
            history.recorded(range);
            Job job = new Job("j" + visits.size(), "main", "1", "watch", "finished", "no-job", null,
                    EpochNanos.instant(range.fromNanos()), EpochNanos.instant(range.toNanos()), 2, "Anna", null);
            visits.addFirst(new Interval(job, BAY, range.fromNanos(), range.toNanos()));
            List<TimeRange> lost = silence(range);
            life.happenings.stream().filter(it -> it.at() >= range.fromNanos() && it.at() < range.toNanos())
                    .filter(it -> it.channel() == Channel.ONBOARD || probe)
                    .filter(it -> lost.stream().noneMatch(gap -> it.at() >= gap.fromNanos() && it.at() < gap.toNanos()))
                    .forEach(it -> history.event(event(it.kind(), it.channel(), it.at(), Math.min(it.lasted(), range
                            .toNanos() - it.at()), it.minimum(), it.maximum(), it.detail())));
        }
    }

    /** The bay says that it did not see, or was off and says nothing. */
    private List<TimeRange> silence(TimeRange visit) {
        List<TimeRange> lost = new ArrayList<>();
        if (fate.nextDouble() < 0.3) {
            TimeRange gap = somewhere(visit, between(1, 40) * MINUTE);
            lost.add(gap);
            for (Channel channel : List.of(Channel.ONBOARD, Channel.RADIO)) {
                history.event(event(EventKind.NOT_WATCHING, channel, gap.fromNanos(), gap.toNanos() - gap.fromNanos(),
                        null, null, null));
            }
        }
        if (fate.nextDouble() < 0.15 && visit.toNanos() - visit.fromNanos() > 24 * HOUR) {
            lost.add(somewhere(visit, between(6, 20) * HOUR));
        }
        lost.forEach(history::silent);
        return lost;
    }

    private TimeRange somewhere(TimeRange visit, double length) {
        long from = visit.fromNanos() + (long) (fate.nextDouble() * (visit.toNanos() - visit.fromNanos()));
        return new TimeRange(from, Math.min(visit.toNanos(), from + (long) length));
    }

    private Event event(EventKind kind, Channel channel, long at, long lasted, @Nullable Double minimum,
            @Nullable Double maximum, @Nullable RecordDetail detail) {
        return new Event(BAY, channel, kind, "e" + fate.nextLong(), at, 2, false, lasted, minimum, maximum, false, null,
                null, null, Clock.SYNCHRONISED, detail);
    }
}
