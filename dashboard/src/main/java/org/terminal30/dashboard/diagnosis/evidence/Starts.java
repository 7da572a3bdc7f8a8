package org.terminal30.dashboard.diagnosis.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.battery.BatteryAnalysis;
import org.terminal30.agent.battery.BatteryProfile;
import org.terminal30.agent.battery.Finding;
import org.terminal30.agent.detect.RecordDetail.Cranking;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.dashboard.diagnosis.EngineStart;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.hardware.sample.Channel;

/** Judges engine starts and the charging after them by the rules that every bay and {@code analyse} judge by. */
final class Starts {
    /** The newest count. */
    static final int MAX_STARTS = 30;
    private static final long SECOND = 1_000_000_000L;
    private static final long BEFORE = 5 * SECOND;
    private static final long AFTER = 360 * SECOND;
    /** Whoever does not get an engine to run tries again within this. */
    private static final long RETRY = 180 * SECOND;
    /** Rates that stand for a source that sees the strokes of an engine, and for one that does not. */
    private static final double FAST_HERTZ = 860;
    private static final double SLOW_HERTZ = 1;

    private final History history;

    Starts(History history) {
        this.history = history;
    }

    /** In order of time. */
    List<EngineStart> newest(List<VisitReading> visits) {
        List<EngineStart> found = new ArrayList<>();
        for (VisitReading visit : visits.reversed()) {
            List<Event> starts = visit.starts();
            for (int i = starts.size() - 1; i >= 0 && found.size() < MAX_STARTS; i--) {
                long until = i + 1 < starts.size() ? starts.get(i + 1).timeNanos() : visit.range().toNanos();
                judge(visit, starts.get(i), until).ifPresent(found::add);
            }
        }
        return found.reversed();
    }

    private Optional<EngineStart> judge(VisitReading visit, Event event, long until) {
        Double lowest = event.minimum();
        if (!(event.detail() instanceof Cranking cranking) || lowest == null) {
            return Optional.empty();
        }
        double rateHertz = cranking.rippleVoltsPeakToPeak() == null ? SLOW_HERTZ : FAST_HERTZ;
        BatteryAnalysis analysis = new BatteryAnalysis(BatteryProfile.UNKNOWN, rateHertz);
        feed(analysis, windows(visit, event, until), event);
        List<Finding> findings = analysis.finish();
        boolean onlyAttempt = until - event.timeNanos() > RETRY;
        return Optional.of(new EngineStart(EpochNanos.instant(event.timeNanos()), cranking.restVolts(), lowest,
                cranking.started(), onlyAttempt, step("cranking", findings), step("charging", findings)));
    }

    private List<Bucket> windows(VisitReading visit, Event event, long until) {
        TimeRange range = new TimeRange(event.timeNanos() - BEFORE,
                Math.min(event.timeNanos() + event.durationNanos() + AFTER, until)).within(visit.range());
        return history.buckets(new Series(event.bay(), Channel.ONBOARD), range,
                new Grid(range.fromNanos(), Grid.WINDOW_NANOS));
    }

    /** The record comes when the cranking is over, as it does at the bay. */
    private static void feed(BatteryAnalysis analysis, List<Bucket> windows, Event event) {
        long end = event.timeNanos() + event.durationNanos();
        boolean told = false;
        for (Bucket window : windows) {
            if (!told && window.startNanos() > end) {
                analysis.event(supplyEvent(event));
                told = true;
            }
            analysis.window(window.startNanos(), window.minimum(), window.maximum(), window.mean(), 1);
        }
        if (!told) {
            analysis.event(supplyEvent(event));
        }
    }

    private static SupplyEvent supplyEvent(Event event) {
        return new SupplyEvent(1, Math.max(1, event.revision()), event.kind(), event.channel(), event.timeNanos(),
                event.timeNanos() + event.durationNanos(), event.open(), value(event.minimum()),
                value(event.maximum()), event.saturated(), 0, event.reason(), event.detail());
    }

    private static double value(@Nullable Double volts) {
        return volts == null ? Double.NaN : volts;
    }

    private static Finding step(String name, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.step().equals(name)).findFirst().orElseThrow();
    }
}
