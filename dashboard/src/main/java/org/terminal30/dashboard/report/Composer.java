package org.terminal30.dashboard.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.live.AgentView;
import org.terminal30.dashboard.report.JobReport.Line;
import org.terminal30.dashboard.report.JobReport.VerdictLine;
import org.terminal30.dashboard.words.Words;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.JobProgress;
import org.terminal30.dashboard.workshop.Vehicle;
import org.terminal30.hardware.sample.Channel;

/** Writes the report of a job from what was measured and what was so at the time. Asks nobody: the same gives the same. */
final class Composer {
    /** Records that a report lists at most: the gravest. */
    static final int MAX_RECORDS = 24;
    /** Alarms that a report lists at most. */
    static final int MAX_ALARMS = 12;

    private final Words words;
    private final Measured measured;
    private final AtTheTime then;
    private final Written written;

    Composer(Words words, Measured measured, AtTheTime then) {
        this.words = words;
        this.measured = measured;
        this.then = then;
        this.written = new Written(ZoneId.of(then.zone()), EpochNanos.instant(measured.range().fromNanos()),
                EpochNanos.instant(measured.range().toNanos()));
    }

    /** The first revision of the report, made at that time. */
    JobReport compose(String number, Instant madeAt) {
        Job job = measured.job();
        Vehicle vehicle = then.vehicle();
        VerdictLines verdicts = new VerdictLines(words, measured, written);
        RecordLines records = new RecordLines(words, measured, written);
        Spans spans = new Spans(words, measured);
        return new JobReport(number, 1, madeAt, made(madeAt), null, then.workshop(), job.id(), words.job(job.kind()),
                job.state().equals("aborted"), vehicle == null ? null : vehicle.plate(), car(), course(),
                verdicts.headline(), verdicts.rest(), figures(spans),
                new ChartDrawing(words, measured, written).of(spans.all(), verdicts.marks()),
                new StepLines(words, measured, written).all(), records.listed(MAX_RECORDS), records.note(MAX_RECORDS),
                records.alarms(MAX_ALARMS), records.alarmsNote(MAX_ALARMS),
                new ChannelLines(words, measured, then).all(),
                new Remarks(words, measured, then).all());
    }

    /** When a report was made, in words. */
    String made(Instant at) {
        return written.dayTime(at) + " " + written.zone(at);
    }

    private List<Line> car() {
        List<Line> lines = new ArrayList<>();
        Vehicle vehicle = then.vehicle();
        if (vehicle == null) {
            lines.add(new Line("Vehicle", "not named"));
        } else {
            lines.add(new Line("Plate", vehicle.plate()));
            lines.add(new Line("Vehicle", spaced(vehicle.make(), vehicle.model(), vehicle.generation(),
                    vehicle.year() == null ? null : vehicle.year().toString())));
            add(lines, "VIN", vehicle.vin());
        }
        AtTheTime.Radio radio = then.radio();
        if (radio != null) {
            lines.add(new Line("Radio", radio.name() + (radio.serial() == null ? "" : ", serial " + radio.serial())));
        }
        return List.copyOf(lines);
    }

    private List<Line> course() {
        Job job = measured.job();
        List<Line> lines = new ArrayList<>();
        Instant start = EpochNanos.instant(measured.range().fromNanos());
        lines.add(new Line("Begun", written.dayTime(start) + " " + written.zone(start)));
        lines.add(new Line("Ended", written.dayTime(EpochNanos.instant(measured.range().toNanos())) + ", after "
                + Written.duration(lengthMillis())));
        String who = technicians();
        add(lines, "Technician", who.isEmpty() ? null : who);
        lines.add(new Line("Bay", job.bay() + " of " + job.site()));
        AgentView agent = then.agent();
        if (agent != null) {
            lines.add(new Line("Measured with", agent.source() + ", Terminal 30 " + agent.version()));
        }
        return List.copyOf(lines);
    }

    /** Who started it and who said something of a step. */
    private String technicians() {
        JobProgress progress = measured.job().progress();
        Stream<@Nullable String> steps = progress == null
                ? Stream.of()
                : progress.steps().stream().map(JobProgress.StepView::who);
        return Stream
                .concat(Stream.of(Optional.ofNullable(measured.job().startedBy())), steps.map(Optional::ofNullable))
                .flatMap(Optional::stream).distinct().collect(Collectors.joining(", "));
    }

    private List<Line> figures(Spans spans) {
        List<Line> lines = new ArrayList<>();
        Channel feed = measured.measures(Channel.RADIO) ? Channel.RADIO : Channel.ONBOARD;
        measured.courses().stream().filter(course -> course.channel() == feed).findFirst().ifPresent(
                course -> lines
                        .add(new Line("Lowest voltage", Written.volts(course.lowest()))));
        if (measured.measures(feed)) {
            long longest = measured.events(feed).filter(event -> event.kind() == EventKind.INTERRUPTION)
                    .mapToLong(measured::inside).max().orElse(0);
            lines.add(new Line("Longest break",
                    longest == 0 ? "none seen" : Written.duration(longest / (double) EpochNanos.PER_MILLI)));
        }
        spans.all().forEach(
                span -> lines
                        .add(new Line(span.word(), Written.duration((double) (span.toMillis() - span.fromMillis())))));
        JobProgress progress = measured.job().progress();
        if (progress != null) {
            progress.figures().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(figure -> words
                    .figure(measured.job().kind(), figure.getKey()).ifPresent(name -> lines.add(
                            new Line(name, Figures.of(figure.getKey(), figure.getValue())))));
        }
        long starts = measured.events(Channel.ONBOARD).map(WireRecord.Event::kind).filter(EventKind.CRANKING::equals)
                .count();
        if (starts > 0) {
            lines.add(new Line("Engine starts", Long.toString(starts)));
        }
        return List.copyOf(lines);
    }

    private double lengthMillis() {
        return (measured.range().toNanos() - measured.range().fromNanos()) / (double) EpochNanos.PER_MILLI;
    }

    private static void add(List<Line> lines, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(new Line(name, value));
        }
    }

    private static String spaced(@Nullable String... parts) {
        return Stream.of(parts).flatMap(part -> Stream.ofNullable(part)).filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** Nothing was said by the bay of the whole: what the records say. */
    static VerdictLine plain(String sign, String title) {
        return new VerdictLine(sign, "", "", title, "", List.of());
    }
}
