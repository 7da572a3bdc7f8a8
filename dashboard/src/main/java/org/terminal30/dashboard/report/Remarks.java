package org.terminal30.dashboard.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.live.AgentView;
import org.terminal30.dashboard.live.ChannelView;
import org.terminal30.dashboard.report.Measured.Course;
import org.terminal30.dashboard.words.Words;
import org.terminal30.dashboard.workshop.JobProgress;
import org.terminal30.hardware.sample.Channel;

/** The fine print: what the measurement could not see, what nobody confirmed, what is unsure. */
final class Remarks {
    private static final String SHORTEST_SEEN = "shortestSeenMillis";
    private static final Set<EventKind> BLIND = Set.of(EventKind.NOT_WATCHING, EventKind.GAP);
    /** Less than this at the ends of a job is how records arrive. */
    private static final long UNSAID_NANOS = 2_000_000_000L;
    private static final String SYNCHRONISED = WireRecord.Clock.SYNCHRONISED.wireName();

    private final Words words;
    private final Measured measured;
    private final AtTheTime then;

    Remarks(Words words, Measured measured, AtTheTime then) {
        this.words = words;
        this.measured = measured;
        this.then = then;
    }

    List<String> all() {
        List<String> remarks = new ArrayList<>();
        if (measured.job().state().equals("aborted")) {
            remarks.add("The job was aborted before its end: what had not been done by then was not judged.");
        }
        if (measured.courses().isEmpty()) {
            remarks.add("No measurement of this job has reached the dashboard.");
        } else {
            remarks.add(measuredAt());
            shortestBreak().ifPresent(remarks::add);
        }
        notConfirmed().ifPresent(remarks::add);
        remarks.addAll(gaps());
        clock().ifPresent(remarks::add);
        remarks.addAll(asToldBy());
        return List.copyOf(remarks);
    }

    private String measuredAt() {
        return measured.measures(Channel.RADIO)
                ? "The feed of the radio was measured at the radio's own connector."
                : "The feed of the radio (terminal 30) was judged at the measuring point, not at the radio: a bad contact or fuse "
                        + "between the two would not have been seen.";
    }

    private Optional<String> shortestBreak() {
        JobProgress progress = measured.job().progress();
        Double seen = progress == null ? null : progress.figures().get(SHORTEST_SEEN);
        Channel feed = measured.measures(Channel.RADIO) ? Channel.RADIO : Channel.ONBOARD;
        Optional<Double> millis = seen != null
                ? Optional.of(seen)
                : ChannelLines.status(then, feed.wireName()).map(ChannelView::nominalRateHertz).filter(rate -> rate > 0)
                        .map(rate -> 2_000 / rate);
        return millis.map(shortest -> "A break shorter than %s cannot be seen with certainty by this measurement."
                .formatted(Written.duration(shortest)));
    }

    private Optional<String> notConfirmed() {
        JobProgress progress = measured.job().progress();
        String names = progress == null
                ? ""
                : progress.steps().stream().filter(step -> step.state().equals("not-confirmed"))
                        .map(step -> "“" + words.step(step.id()) + "”").collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Not confirmed by anybody, and not measured: " + names + ".");
    }

    private List<String> gaps() {
        List<String> remarks = new ArrayList<>();
        List<WireRecord.Event> blind = measured.events().stream().filter(event -> BLIND.contains(event.kind()))
                .toList();
        long blindNanos = blind.stream().mapToLong(measured::inside).sum();
        if (!blind.isEmpty()) {
            remarks.add("Not watched for %s in all, in %d gap%s: %s.".formatted(Written.duration(millis(blindNanos)),
                    blind
                            .size(),
                    blind.size() == 1 ? "" : "s",
                    blind.stream().map(event -> words.channel(event.channel().wireName())).distinct()
                            .collect(Collectors.joining(", "))));
        }
        for (Course course : measured.courses()) {
            long missing = missing(course);
            if (missing - blindNanos > Math.max(UNSAID_NANOS, 2 * course.stepNanos())) {
                remarks.add("%s of %s are missing here: the bay's records of that time have not arrived, or were lost."
                        .formatted(Written.duration(millis(missing)), words.channel(course.channel().wireName())));
            }
        }
        return remarks;
    }

    /** For how long the course has no bucket. */
    private long missing(Course course) {
        long missing = 0;
        long next = measured.range().fromNanos();
        for (Bucket bucket : course.buckets()) {
            missing += hole(next, bucket.startNanos(), course.stepNanos());
            next = bucket.startNanos() + course.stepNanos();
        }
        return missing + hole(next, measured.range().toNanos(), course.stepNanos());
    }

    /** Buckets do not begin to the nanosecond: half a step is none. */
    private static long hole(long fromNanos, long toNanos, long stepNanos) {
        return toNanos - fromNanos > stepNanos / 2 ? toNanos - fromNanos : 0;
    }

    private Optional<String> clock() {
        AgentView agent = then.agent();
        boolean sure = measured.events().stream().allMatch(event -> event.clock() == WireRecord.Clock.SYNCHRONISED)
                && (agent == null || agent.clock().equals(SYNCHRONISED));
        return sure
                ? Optional.empty()
                : Optional.of(
                        "The bay's clock was not confirmed by another: dates and times of day may be wrong. Order and lengths "
                                + "of time do not depend on it.");
    }

    private List<String> asToldBy() {
        List<String> remarks = new ArrayList<>();
        AgentView agent = then.agent();
        long lateMillis = then.asOf().toEpochMilli() - EpochNanos.millis(measured.range().toNanos());
        if (agent != null && lateMillis > ReportDesk.LATEST_MAKING.toMillis()) {
            remarks.add(
                    "This report was first made %s after the job; instrument, calibration and vehicle are as known then."
                            .formatted(Written.duration((double) lateMillis)));
        }
        return remarks;
    }

    private static double millis(long nanos) {
        return nanos / (double) EpochNanos.PER_MILLI;
    }
}
