package org.terminal30.dashboard.diagnosis.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.terminal30.agent.battery.ChargingLimits;
import org.terminal30.agent.battery.Medians;
import org.terminal30.agent.battery.RestLimits;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.dashboard.diagnosis.QuiescentLoad;
import org.terminal30.dashboard.diagnosis.Stand;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.hardware.sample.Channel;

/** Finds the stretches in which the car stood with a settled battery, by a sip of the voltage every hour or so. */
final class Parked {
    /** The newest count. */
    private static final int MAX_STANDS = 30;
    /** The most sips of one stretch; of a longer one they lie further apart. */
    private static final int MAX_SIPS = 72;
    private static final int MIN_SIPS = 4;
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3600 * SECOND;
    private static final long SIP_NANOS = 10 * SECOND;
    /** Surface charge is gone after this (trade: 4 to 12 h). */
    private static final long SETTLED = RestLimits.DEFAULT.settledSeconds() * SECOND;
    /** At or above this something charges, or has just stopped to. */
    private static final double CHARGED_VOLTS = ChargingLimits.DEFAULT.minVolts();
    /** A car sleeps after this at the latest (trade: 40 to 75 min). */
    private static final long ASLEEP = 75 * 60 * SECOND;

    private final History history;

    Parked(History history) {
        this.history = history;
    }

    private record Reading(long nanos, double value) {}

    /** In order of time. */
    List<Stand> stands(List<VisitReading> visits) {
        List<Stand> stands = engineOff(visits).stream()
                .flatMap(stretch -> stand(settled(sips(stretch, Channel.ONBOARD))).stream()).toList();
        return stands.subList(Math.max(0, stands.size() - MAX_STANDS), stands.size());
    }

    /** What the bay measured of the sleeping car, in order of time. */
    List<QuiescentLoad> loads(List<VisitReading> visits) {
        return engineOff(visits).stream().flatMap(stretch -> {
            List<Reading> asleep = sips(stretch, Channel.BATTERY_CURRENT).stream()
                    .filter(sip -> sip.nanos() - stretch.range().fromNanos() >= ASLEEP).toList();
            return asleep.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new QuiescentLoad(EpochNanos.instant(asleep.getLast().nanos()),
                            Math.abs(Medians.of(asleep.stream().mapToDouble(Reading::value).toArray())), true));
        }).toList();
    }

    private record Stretch(BayId bay, TimeRange range) {}

    /** Between engine starts. Whether the engine ran on after the first of them, the voltage has to tell. */
    private static List<Stretch> engineOff(List<VisitReading> visits) {
        List<Stretch> found = new ArrayList<>();
        for (VisitReading visit : visits) {
            long from = visit.range().fromNanos();
            for (Event start : visit.starts()) {
                add(found, visit.job().bay(), from, start.timeNanos());
                from = start.timeNanos() + start.durationNanos();
            }
            add(found, visit.job().bay(), from, visit.range().toNanos());
        }
        return found.subList(Math.max(0, found.size() - MAX_STANDS), found.size());
    }

    private static void add(List<Stretch> found, BayId bay, long from, long to) {
        if (to - from > SETTLED) {
            found.add(new Stretch(bay, new TimeRange(from, to)));
        }
    }

    private List<Reading> sips(Stretch stretch, Channel channel) {
        long step = Math.max(HOUR, (stretch.range().toNanos() - stretch.range().fromNanos()) / MAX_SIPS);
        List<Reading> readings = new ArrayList<>();
        for (long at = stretch.range().fromNanos(); at + SIP_NANOS < stretch.range().toNanos(); at += step) {
            for (Bucket bucket : history.buckets(new Series(stretch.bay(), channel), new TimeRange(at, at + SIP_NANOS),
                    new Grid(at, SIP_NANOS))) {
                readings.add(new Reading(at, bucket.mean()));
            }
        }
        return readings;
    }

    /** Those that lie long enough after the beginning and after anything that charged. */
    private static List<Reading> settled(List<Reading> sips) {
        if (sips.isEmpty()) {
            return sips;
        }
        long from = sips.getFirst().nanos();
        for (Reading sip : sips) {
            from = sip.value() >= CHARGED_VOLTS ? sip.nanos() : from;
        }
        long settledAt = from + SETTLED;
        return sips.stream().filter(sip -> sip.nanos() >= settledAt).toList();
    }

    private static Optional<Stand> stand(List<Reading> readings) {
        if (readings.size() < MIN_SIPS) {
            return Optional.empty();
        }
        int end = readings.size() - 1;
        return Optional.of(new Stand(EpochNanos.instant(readings.getFirst().nanos()),
                EpochNanos.instant(readings.getLast().nanos()), Medians.of(values(readings.subList(0, 3))),
                Medians.of(values(readings.subList(end - 2, end + 1))),
                -slopePerHour(readings.subList((readings.size() - MIN_SIPS) / 2, readings.size()))));
    }

    /** Surface charge does not last into the later half. */
    private static double slopePerHour(List<Reading> readings) {
        double[] hours = readings.stream().mapToDouble(reading -> reading.nanos() / (double) HOUR).toArray();
        return Medians.slope(hours, values(readings));
    }

    private static double[] values(List<Reading> readings) {
        return readings.stream().mapToDouble(Reading::value).toArray();
    }
}
