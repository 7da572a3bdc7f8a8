package org.terminal30.dashboard.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.live.AgentView;
import org.terminal30.dashboard.live.ChannelView;
import org.terminal30.dashboard.words.Words;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.JobProgress;
import org.terminal30.dashboard.workshop.JobProgress.EvidenceView;
import org.terminal30.dashboard.workshop.JobProgress.StepView;
import org.terminal30.dashboard.workshop.JobProgress.VerdictView;
import org.terminal30.dashboard.workshop.Letterhead;
import org.terminal30.dashboard.workshop.Vehicle;
import org.terminal30.hardware.sample.Channel;

/** A job that somebody made up, to be reported: a swap of eight minutes unless a test says otherwise. */
final class PlayedJob {
    static final BayId BAY = new BayId("main", "1");
    static final Instant START = Instant.parse("2026-03-04T13:05:00Z");
    static final Words WORDS = new Words();

    final List<StepView> steps = new ArrayList<>();
    final List<VerdictView> verdicts = new ArrayList<>();
    final List<WireRecord.Event> events = new ArrayList<>();
    final List<Measured.Alarm> alarms = new ArrayList<>();
    final List<Measured.Course> courses = new ArrayList<>();
    final Map<String, Double> figures = new HashMap<>();
    String kind = "battery-swap";
    String state = "finished";
    Duration length = Duration.ofMinutes(8);
    String clock = "synchronised";
    @Nullable
    Vehicle vehicle = new Vehicle(7, "B-TX 530", "XTA21129073123456", "Lada", "Granta", "I", 2018, null, "flooded", 55,
            "2021");
    List<ChannelView> channels = new ArrayList<>(List.of(calibrated("onboard", LocalDate.of(2026, 1, 12), false),
            calibrated("backup", LocalDate.of(2024, 11, 3), true)));

    /** A swap that went well. */
    static PlayedJob swap() {
        PlayedJob job = new PlayedJob();
        job.step("code-known", "tapped", "done", 12, "Anna", Map.of(), null);
        job.step("radio-standby", "tapped", "done", 15, "Anna", Map.of(), null);
        job.step("witness-lamp", "tapped", "not-confirmed", 60, null, Map.of(), null);
        job.step("quiescent-load", "measured", "done", 55, "Ben", Map.of("loadAmperes", 0.4), null);
        job.step("backup-connected", "measured", "done", 70, null, Map.of(), null);
        job.step("disconnect", "measured", "done", 90, null, Map.of(), null);
        job.step("battery-out", "measured", "done", 110, null, Map.of(), null);
        job.step("new-battery", "entered", "skipped", 200, "Anna", Map.of(), "left out at the bay");
        job.step("battery-in", "measured", "done", 310, null, Map.of(), null);
        job.step("headlights", "tapped", "waiting", -1, null, Map.of(), null);
        job.step("remove", "measured", "done", 330, null, Map.of(), null);
        job.step("backup-off", "measured", "done", 350, null, Map.of(), null);
        job.step("engine-start", "measured", "done", 400, null, Map.of("lowestVolts", 10.12), null);
        job.step("charging", "measured", "done", 430, null, Map.of("volts", 14.21), null);
        job.verdict("disconnect", "safe-to-disconnect", "green", 90,
                evidence("alive", "proven", "measured", 13.21, 12.4, "V"),
                evidence("on-the-car", "proven", "measured", 0.02, 0.15, "V"),
                evidence("enough", "proven", "entered", 0.4, 2.4, "A"),
                evidence("delivers", "not-measured", "no-current-channel", null, null, null));
        job.verdict("lift", "held", "green", 113);
        job.verdict("remove", "safe-to-remove", "green", 330,
                evidence("battery-carries", "proven", "above-saver", 12.81, 12.6, "V"));
        job.verdict("memory", "memory-kept", "green", 350,
                evidence("watched", "proven", "throughout", null, null, null),
                evidence("break", "proven", "none-seen", 0.0, 0.0023, "s"),
                evidence("lowest", "proven", "high-enough", 12.31, 9.0, "V"));
        job.figures.put("lowestVolts", 12.31);
        job.figures.put("longestBreakMillis", 0.0);
        job.figures.put("shortestSeenMillis", 2.3);
        job.event(EventKind.CRANKING, Channel.ONBOARD, 400, 1.1, 10.12, "k1");
        job.alarm("critical", 112, 4.0, "Anna");
        job.courses.add(job.course(Channel.ONBOARD, at -> at < 110 ? 12.7 : at < 310 ? 12.4 : at < 400 ? 12.82 : 14.2));
        job.courses.add(job.course(Channel.BACKUP, at -> at < 110 ? 13.2 : at < 310 ? 12.8 : 13.21));
        return job;
    }

    /** The same with a break of the feed. */
    static PlayedJob swapWithABreak() {
        PlayedJob job = swap();
        job.verdicts.removeLast();
        job.verdict("memory", "memory-loss-not-excluded", "amber", 350,
                evidence("watched", "proven", "throughout", null, null, null),
                evidence("break", "failed", "seen", 1.4, 0.0023, "s"),
                evidence("lowest", "failed", "too-low", 0.02, 9.0, "V"));
        job.figures.put("longestBreakMillis", 1400.0);
        job.figures.put("lowestVolts", 0.02);
        job.event(EventKind.FEED_LOST, Channel.ONBOARD, 179.9, 1.7, 0.02, "f1");
        job.event(EventKind.INTERRUPTION, Channel.ONBOARD, 180, 1.4, 0.02, "i1");
        job.alarm("feed-lost", 180, 2.5, "Anna");
        job.courses.set(0, job.course(Channel.ONBOARD,
                at -> at >= 180 && at < 181.4 ? 0.02 : at < 110 ? 12.7 : at < 310 ? 12.4 : at < 400 ? 12.82 : 14.2));
        return job;
    }

    /** A watch without anything. */
    static PlayedJob watch(Duration length) {
        PlayedJob job = new PlayedJob();
        job.kind = "watch";
        job.length = length;
        job.courses.add(job.course(Channel.ONBOARD, at -> 12.65));
        return job;
    }

    JobReport report() {
        return composer().compose("T30-2026-K7QM-42XD-9HC5", end().plusSeconds(10));
    }

    Composer composer() {
        return new Composer(WORDS, measured(), atTheTime());
    }

    Measured measured() {
        TimeRange range = TimeRange.of(START, end());
        boolean hasProgress = !steps.isEmpty() || !verdicts.isEmpty();
        JobProgress progress = hasProgress
                ? new JobProgress(steps, verdicts, figures, verdicts.isEmpty() ? null : verdicts.getLast().about())
                : null;
        return new Measured(
                new Job("main-1-7-3", "main", "1", kind, state, "watch", null, START, end(), 9, "Anna", progress),
                range, courses, events, alarms);
    }

    AtTheTime atTheTime() {
        return new AtTheTime(end().plusSeconds(10), "Europe/Berlin",
                new Letterhead("Autohaus Müller & Söhne", List.of("Werkstraße 1", "10115 Berlin")), vehicle,
                new AtTheTime.Radio("Visteon MMC", "L1QA4711"),
                new AgentView("1", "0.1.0", "ADS1115 at 0x48", true, null, true, 475, 0, 0, 0, 7, clock, end()),
                channels);
    }

    Instant end() {
        return START.plus(length);
    }

    void step(String id, String how, String state, double seconds, @Nullable String who, Map<String, Double> figures,
            @Nullable String reason) {
        steps.add(new StepView(id, how, state, seconds < 0 ? null : at(seconds), who, figures, reason, null));
    }

    void verdict(String about, String word, String tint, double seconds, EvidenceView... evidence) {
        verdicts.add(new VerdictView(about, word, tint, at(seconds), List.of(evidence)));
    }

    static EvidenceView evidence(String about, String outcome, String reason, @Nullable Double value,
            @Nullable Double limit,
            @Nullable String unit) {
        return new EvidenceView(about, outcome, reason, value, limit, unit, null);
    }

    void event(EventKind kind, Channel channel, double seconds, double lengthSeconds, double volts, String id) {
        events.add(new WireRecord.Event(BAY, channel, kind, id, EpochNanos.of(at(seconds)), 1, false,
                Math.round(lengthSeconds * 1e9), volts, 12.7, false, null, null, "main-1-7-3",
                WireRecord.Clock.SYNCHRONISED));
        events.sort(Comparator.comparingLong(WireRecord.Event::timeNanos));
    }

    void alarm(String kind, double seconds, double answeredAfterSeconds, String who) {
        long raised = EpochNanos.of(at(seconds));
        alarms.add(new Measured.Alarm("a" + alarms.size(), "onboard", kind, "critical", raised,
                raised + Math.round(answeredAfterSeconds * 1e9), who));
    }

    /** A course by seconds of the job, with noise of 20 mV about it. */
    Measured.Course course(Channel channel, DoubleUnaryOperator volts) {
        long step = Math.max(1, length.toSeconds() * 10 / ChartReading.POINTS) * 100_000_000L;
        List<Bucket> buckets = new ArrayList<>();
        for (long at = 0; at < length.toNanos(); at += step) {
            double first = volts.applyAsDouble(at / 1e9);
            double last = volts.applyAsDouble((at + step - 1) / 1e9);
            buckets.add(new Bucket(EpochNanos.of(START) + at, Math.min(first, last) - 0.02,
                    Math.max(first, last) + 0.02, first));
        }
        return new Measured.Course(channel, buckets, step);
    }

    private static Instant at(double seconds) {
        return START.plusNanos(Math.round(seconds * 1e9));
    }

    static ChannelView calibrated(String channel, @Nullable LocalDate on, boolean due) {
        return new ChannelView("1", channel, "ADS1115 at 0x48", 475, 475, on == null ? "uncalibrated" : "calibrated",
                on, due,
                START);
    }
}
