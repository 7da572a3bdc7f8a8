package org.terminal30.dashboard.report;

import java.util.List;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What the chart of a report shows. Times are milliseconds since the epoch.
 *
 * @param spans what went on for a while, such as the time on the backup
 * @param records what was found, drawn in their time
 * @param steps moments of the steps, by number
 * @param verdicts moments of the verdicts, by letter
 * @param ticks marks of the time axis
 */
@Serdeable
public record ReportChart(long fromMillis, long toMillis, List<Trace> traces, List<Span> spans, List<Span> records,
        List<Mark> steps, List<Mark> verdicts, List<Mark> ticks) {
    /**
     * A channel of volts. Where nothing was measured there is no entry.
     *
     * @param stepMillis width of an entry: neighbours further apart than one and a half have a gap between them
     */
    @Serdeable
    public record Trace(String channel, String name, long stepMillis, List<Long> t, List<Double> min, List<Double> max,
            List<Double> mean) {}

    /** Something that lasted. */
    @Serdeable
    public record Span(String word, long fromMillis, long toMillis) {}

    /** A moment. */
    @Serdeable
    public record Mark(String word, long atMillis) {}
}
