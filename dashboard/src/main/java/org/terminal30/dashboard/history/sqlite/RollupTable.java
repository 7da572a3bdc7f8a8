package org.terminal30.dashboard.history.sqlite;

import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.cells.Buckets;
import org.terminal30.dashboard.history.cells.Cells;

/** The table {@code rollup}: minutes, ten minutes, hours and days. */
final class RollupTable {
    private static final List<Level> COARSER_THAN_MINUTES = List.of(Level.TEN_MINUTES, Level.HOUR, Level.DAY);
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private RollupTable() {
    }

    /** Writes the minutes of a span, and adds up anew every coarser step that has part in it. */
    static void write(Handle handle, Span span, Cells minutes) {
        insert(handle, span.series(), Level.MINUTE, minutes);
        addUp(handle, span.series(), Level.MINUTE, span.startNanos());
    }

    /** Writes cells of a level, minutes or coarser, and adds up anew every coarser step that has part in them. */
    static void write(Handle handle, long series, Level level, Cells cells) {
        insert(handle, series, level, cells);
        for (int i = 0; i < cells.size(); i++) {
            addUp(handle, series, level, cells.start(i));
        }
    }

    private static void insert(Handle handle, long series, Level level, Cells cells) {
        PreparedBatch rows = handle.prepareBatch("""
                insert or replace into rollup (series, step, start, minimum, maximum, total, samples)
                values (?, ?, ?, ?, ?, ?, ?)""");
        for (int i = 0; i < cells.size(); i++) {
            rows.add(series, seconds(level.stepNanos()), seconds(cells.start(i)), cells.minimum(i), cells.maximum(i),
                    (double) cells.sum(i), cells.count(i));
        }
        rows.execute();
    }

    private static void addUp(Handle handle, long series, Level changed, long nanos) {
        for (Level level : COARSER_THAN_MINUTES) {
            if (level.compareTo(changed) > 0) {
                addUpOne(handle, series, level, level.floor(nanos));
            }
        }
    }

    private static void addUpOne(Handle handle, long series, Level level, long startNanos) {
        handle.createUpdate("""
                insert or replace into rollup (series, step, start, minimum, maximum, total, samples)
                select series, :step, :start, min(minimum), max(maximum), total(total), sum(samples) from rollup
                where series = :series and step = :finer and start >= :start and start < :start + :step
                group by series""")
                .bind("series", series).bind("step", seconds(level.stepNanos())).bind("start", seconds(startNanos))
                .bind("finer", seconds(level.finer().stepNanos())).execute();
    }

    /** Deletes every cell that begins in a day. */
    static void deleteDay(Handle handle, long series, long startNanos) {
        for (Level level : List.of(Level.MINUTE, Level.TEN_MINUTES, Level.HOUR, Level.DAY)) {
            handle.createUpdate("""
                    delete from rollup where series = :series and step = :step and start >= :from and start < :to""")
                    .bind("series", series).bind("step", seconds(level.stepNanos())).bind("from", seconds(startNanos))
                    .bind("to", seconds(startNanos + Level.DAY.stepNanos())).execute();
        }
    }

    /** Adds whole cells of a level to the buckets they lie in; the grid's buckets are made of whole cells. */
    static void read(Handle handle, long series, Level level, long fromNanos, long toNanos, Buckets buckets) {
        Grid grid = buckets.grid();
        long anchorNanos = grid.bucket(fromNanos);
        handle.createQuery("""
                select (start - :anchor) / :width as bucket, min(minimum) as minimum, max(maximum) as maximum,
                    total(total) as total, sum(samples) as samples
                from rollup where series = :series and step = :step and start >= :from and start < :to
                group by bucket""")
                .bind("anchor", seconds(anchorNanos)).bind("width", seconds(grid.stepNanos()))
                .bind("series", series).bind("step", seconds(level.stepNanos()))
                .bind("from", seconds(fromNanos)).bind("to", seconds(toNanos))
                .map((row, context) -> new Sum(anchorNanos + row.getLong("bucket") * grid.stepNanos(),
                        row.getLong("minimum"), row.getLong("maximum"), row.getDouble("total"),
                        row.getLong("samples")))
                .forEach(sum -> buckets.add(sum.startNanos, sum.minimum, sum.maximum, sum.total, sum.samples));
    }

    /** The cells of a level, minutes or coarser, that begin in a stretch; {@code toNanos} exclusive. */
    static Cells cells(Handle handle, long series, Level level, long fromNanos, long toNanos) {
        Cells cells = new Cells();
        handle.createQuery("""
                select start, minimum, maximum, total, samples from rollup
                where series = :series and step = :step and start >= :from and start < :to order by start""")
                .bind("series", series).bind("step", seconds(level.stepNanos())).bind("from", secondsUp(fromNanos))
                .bind("to", secondsUp(toNanos)).map((row, context) -> {
                    cells.append(row.getLong("start") * NANOS_PER_SECOND, row.getLong("minimum"),
                            row.getLong("maximum"), (long) row.getDouble("total"), row.getLong("samples"));
                    return cells;
                }).list();
        return cells;
    }

    /** From the first day of a series to the end of the last; empty when there is none. */
    static Optional<TimeRange> days(Handle handle, long series) {
        long day = seconds(Level.DAY.stepNanos());
        return handle.createQuery("""
                select min(start) as first, max(start) as last from rollup
                where series = :series and step = :step group by series""").bind("series", series).bind("step", day)
                .map((row, context) -> new TimeRange(row.getLong("first") * NANOS_PER_SECOND,
                        (row.getLong("last") + day) * NANOS_PER_SECOND))
                .findOne();
    }

    private record Sum(long startNanos, long minimum, long maximum, double total, long samples) {}

    private static long seconds(long nanos) {
        return Math.floorDiv(nanos, NANOS_PER_SECOND);
    }

    private static long secondsUp(long nanos) {
        return Math.ceilDiv(nanos, NANOS_PER_SECOND);
    }
}
