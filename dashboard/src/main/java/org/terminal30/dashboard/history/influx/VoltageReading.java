package org.terminal30.dashboard.history.influx;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;

import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.cells.Buckets;
import org.terminal30.dashboard.history.cells.Cells;
import org.terminal30.dashboard.history.cells.Steps;

/**
 * Reads one series: adds up in InfluxDB what can be added up there, and merges what waits into what is there. Not safe for several
 * threads.
 */
final class VoltageReading {
    /** A hundred years: what is wider is one bucket of everything, and no group that InfluxDB could count. */
    private static final long LONGEST_GROUP_NANOS = 36_525 * Level.DAY.stepNanos();

    private final InfluxLink link;
    private final Layout layout;
    private final Series series;
    /** Asked together at the end. */
    private final List<Question> sums = new ArrayList<>();

    VoltageReading(InfluxLink link, Layout layout, Series series) {
        this.link = link;
        this.layout = layout;
        this.series = series;
    }

    /** Fills the buckets; {@code view} was looked at before the first question is asked. */
    void read(TimeRange range, Backlog.View view, Buckets buckets) throws InfluxFault {
        for (Plan.Part part : Plan.of(range, Level.within(buckets.grid()), view.unsettled())) {
            if (part.level() == Level.WINDOW) {
                readWindows(part, view.waiting(), buckets);
            } else {
                addUp(part.level(), part.fromNanos(), part.toNanos(), buckets);
            }
        }
        for (Row row : link.ask(sums)) {
            buckets.add(row.timeNanos(), Steps.of(row.number("lowest")), Steps.of(row.number("highest")),
                    row.number("total") * Steps.PER_UNIT, row.integer("samples"));
        }
        sums.clear();
    }

    /** From the first to the last window that waits in a span, window by window; around them added up. */
    private void readWindows(Plan.Part part, NavigableMap<Long, Cells> waiting, Buckets buckets) throws InfluxFault {
        long at = part.fromNanos();
        for (Cells cells : waiting.subMap(SpanKey.number(part.fromNanos()), true,
                SpanKey.number(part.toNanos() - 1), true).values()) {
            int first = cells.from(part.fromNanos());
            int end = cells.from(part.toNanos());
            if (first < end) {
                addUp(Level.WINDOW, at, cells.start(first), buckets);
                long after = cells.start(end - 1) + 1;
                buckets.add(cells(Level.WINDOW, cells.start(first), after).with(cells), cells.start(first), after);
                at = after;
            }
        }
        addUp(Level.WINDOW, at, part.toNanos(), buckets);
    }

    private void addUp(Level level, long from, long to, Buckets buckets) throws InfluxFault {
        if (from >= to) {
            return;
        }
        Grid grid = buckets.grid();
        if (grid.isFinest()) {
            buckets.add(cells(Level.WINDOW, from, to), from, to);
            return;
        }
        sums.add(sums(level, from, to, grid.stepNanos() > LONGEST_GROUP_NANOS
                ? ""
                : " GROUP BY time(%dns, %dns) fill(none)".formatted(grid.stepNanos(),
                        Math.floorMod(grid.anchorNanos(), grid.stepNanos()))));
    }

    /** The finest level that has cells where the range begins: what is old goes first. */
    Level finest(TimeRange range) throws InfluxFault {
        OptionalLong first = first(Level.TEN_MINUTES, Level.TEN_MINUTES.floor(range.fromNanos()), range.toNanos());
        if (first.isEmpty()) {
            return Level.WINDOW;
        }
        long end = first.getAsLong() + Level.TEN_MINUTES.stepNanos();
        for (Level level : List.of(Level.WINDOW, Level.SECOND)) {
            if (first(level, first.getAsLong(), end).isPresent()) {
                return level;
            }
        }
        return Level.MINUTE;
    }

    private OptionalLong first(Level level, long from, long to) throws InfluxFault {
        List<Row> rows = link.ask(layout.of(level), "SELECT \"n\" FROM \"%s\" WHERE %s LIMIT 1".formatted(
                Layout.measurement(level), where(from, to)));
        return rows.isEmpty() ? OptionalLong.empty() : OptionalLong.of(rows.getFirst().timeNanos());
    }

    /** Cells of a coarser level that those of a finer one make, added up in InfluxDB. */
    Cells rolledUp(Level from, Level to, TimeRange range) throws InfluxFault {
        Cells cells = new Cells();
        for (Row row : link.ask(List.of(sums(from, range.fromNanos(), range.toNanos(),
                " GROUP BY time(%dns) fill(none)".formatted(to.stepNanos()))))) {
            cells.append(row.timeNanos(), Steps.of(row.number("lowest")), Steps.of(row.number("highest")),
                    Steps.of(row.number("total")), row.integer("samples"));
        }
        return cells;
    }

    private Question sums(Level level, long from, long to, String grouping) {
        return new Question(layout.of(level), Layout.measurement(level),
                "min(\"min\") AS \"lowest\", max(\"max\") AS \"highest\", sum(\"sum\") AS \"total\", sum(\"n\") AS \"samples\"",
                where(from, to) + grouping);
    }

    /** Cells of a level as InfluxDB has them. */
    Cells cells(Level level, long from, long to) throws InfluxFault {
        Cells cells = new Cells();
        for (Row row : link.ask(layout.of(level), """
                SELECT "min", "max", "sum", "n" FROM "%s" WHERE %s""".formatted(Layout.measurement(level),
                where(from, to)))) {
            cells.append(row.timeNanos(), Steps.of(row.number("min")), Steps.of(row.number("max")),
                    Steps.of(row.number("sum")), row.integer("n"));
        }
        return cells;
    }

    private String where(long from, long to) {
        return "%s AND time >= %d AND time < %d".formatted(where(series), from, to);
    }

    /** Names of sites, bays and channels have nothing that would have to be quoted. */
    static String where(Series series) {
        return "\"site\" = '%s' AND \"bay\" = '%s' AND \"channel\" = '%s'".formatted(series.bay().site(),
                series.bay().bay(), series.channel().wireName());
    }
}
