package org.terminal30.dashboard.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.report.Measured.Course;
import org.terminal30.dashboard.report.ReportChart.Mark;
import org.terminal30.dashboard.report.ReportChart.Span;
import org.terminal30.dashboard.report.ReportChart.Trace;
import org.terminal30.dashboard.words.Words;
import org.terminal30.dashboard.workshop.JobProgress.StepView;
import org.terminal30.hardware.sample.Channel;

/** Puts together what the chart of a report shows. */
final class ChartDrawing {
    /** Records that the chart marks at most; more would be a bar of red. */
    static final int MAX_RECORDS = 200;
    private static final int TICKS = 6;
    /** A lead follows what it hangs on. */
    private static final Set<Channel> DRAWN = Set.of(Channel.ONBOARD, Channel.BACKUP, Channel.RADIO, Channel.BATTERY);

    private final Words words;
    private final Measured measured;
    private final Written written;

    ChartDrawing(Words words, Measured measured, Written written) {
        this.words = words;
        this.measured = measured;
        this.written = written;
    }

    ReportChart of(List<Span> spans, List<Mark> verdicts) {
        long from = EpochNanos.millis(measured.range().fromNanos());
        long to = Math.max(from + 1, EpochNanos.millis(measured.range().toNanos()));
        return new ReportChart(from, to, traces(), spans, records(), steps(), verdicts.stream()
                .filter(mark -> mark.atMillis() >= from && mark.atMillis() <= to)
                .sorted(Comparator.comparingLong(Mark::atMillis)).toList(), ticks(from, to));
    }

    private List<Trace> traces() {
        return measured.courses().stream().filter(course -> DRAWN.contains(course.channel())).map(this::trace).toList();
    }

    private Trace trace(Course course) {
        List<Bucket> buckets = course.buckets();
        String channel = course.channel().wireName();
        String name = words.channel(channel);
        return new Trace(channel, name,
                EpochNanos.millis(course.stepNanos()),
                buckets.stream().map(bucket -> EpochNanos.millis(bucket.startNanos())).toList(),
                buckets.stream().map(bucket -> rounded(bucket.minimum())).toList(),
                buckets.stream().map(bucket -> rounded(bucket.maximum())).toList(),
                buckets.stream().map(bucket -> rounded(bucket.mean())).toList());
    }

    private static double rounded(double volts) {
        return Math.rint(volts * 1000) / 1000;
    }

    private List<Span> records() {
        return measured.events().stream().limit(MAX_RECORDS).map(event -> {
            long from = Math.max(event.timeNanos(), measured.range().fromNanos());
            return new Span(words.kind(event.kind().wireName()), EpochNanos.millis(from),
                    EpochNanos.millis(from + measured.inside(event)));
        }).toList();
    }

    private List<Mark> steps() {
        List<Mark> marks = new ArrayList<>();
        List<StepView> steps = StepLines.shown(words, measured);
        for (int i = 0; i < steps.size(); i++) {
            Instant at = steps.get(i).at();
            if (at != null) {
                marks.add(new Mark(Integer.toString(i + 1), at.toEpochMilli()));
            }
        }
        marks.sort(Comparator.comparingLong(Mark::atMillis));
        return List.copyOf(marks);
    }

    private List<Mark> ticks(long from, long to) {
        List<Mark> ticks = new ArrayList<>();
        for (int i = 0; i <= TICKS; i++) {
            long at = from + (to - from) * i / TICKS;
            ticks.add(new Mark(written.tick(Instant.ofEpochMilli(at)), at));
        }
        return List.copyOf(ticks);
    }
}
