package org.terminal30.hardware.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.terminal30.hardware.trace.CountedTime.TimeUnit;

/**
 * All that has to be known of a recording to read its rows.
 *
 * @param table where the rows are
 * @param layout where the values stand in them
 * @param time the column of the time
 * @param timeFormat how it is written
 * @param channels in the order of their declaration
 */
record TraceForm(Table table, Layout layout, Column time, TimeFormat timeFormat, List<ChannelColumn> channels) {
    TraceForm {
        channels = List.copyOf(channels);
    }

    /** @throws TraceException when something cannot be told; the message says what to name */
    static TraceForm of(Path file, TraceColumns asked) throws TraceException {
        Table table = Table.of(Head.read(file));
        Layout layout = Layout.of(table);
        TimeChoice choice = new TimeChoice(table, asked);
        Column time = choice.column();
        TimeFormat format = choice.format(time);
        if (layout instanceof Layout.ReadingPerRow && format instanceof CountedTime counted
                && counted.unit() == TimeUnit.SECONDS) {
            // Car Scanner, the logger of this layout, counts the seconds of the day.
            format = new CountedTime(TimeUnit.SECONDS, counted.decimal(), true);
        }
        return new TraceForm(table, layout, time, format,
                new ColumnChoice(table, layout.choices(), time).channels(asked));
    }

    /** What the last digit of a time stands for, in nanoseconds: the finest among the first rows. */
    long resolutionNanos() {
        long finest = Long.MAX_VALUE;
        for (Head.Line line : table.rows()) {
            Cells cells = line.cells(table.dialect().separator());
            if (time.index() < cells.count() && isTime(cells)) {
                finest = Math.min(finest, timeFormat.resolutionNanos(cells.characters(), cells.start(time.index()),
                        cells.end(time.index())));
            }
        }
        return finest == Long.MAX_VALUE ? 1 : finest;
    }

    private boolean isTime(Cells cells) {
        return timeFormat.nanos(cells.characters(), cells.start(time.index()),
                cells.end(time.index())) != TimeFormat.NOT_A_TIME;
    }

    /** How the file is written, for people. */
    String description() {
        List<String> parts = new ArrayList<>();
        if (table.head().text().gzip()) {
            parts.add("gzip");
        }
        parts.add(table.head().text().encoding().name());
        parts.add(table.dialect().description());
        parts.add(table.hasHeader() ? "header in line " + table.names().line() : "no header");
        parts.add("rows from line " + table.firstRowLine());
        return String.join(", ", parts);
    }

    /** Which column is the time, for people. */
    String timeDescription() {
        return "%s, %s".formatted(time.label(), timeFormat.description());
    }
}
