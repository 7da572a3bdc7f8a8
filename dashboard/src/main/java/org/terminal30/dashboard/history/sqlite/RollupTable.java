package org.terminal30.dashboard.history.sqlite;

import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.Level;

/** The table {@code rollup}: minutes, ten minutes, hours and days. */
final class RollupTable {
    private static final List<Level> COARSER_THAN_MINUTES = List.of(Level.TEN_MINUTES, Level.HOUR, Level.DAY);
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private RollupTable() {
    }

    /** Writes the minutes of a span, and adds up anew every coarser step that has part in it. */
    static void write(Handle handle, Span span, Cells minutes) {
        PreparedBatch rows = handle.prepareBatch("""
                insert or replace into rollup (series, step, start, minimum, maximum, total, samples)
                values (?, ?, ?, ?, ?, ?, ?)""");
        for (int i = 0; i < minutes.size(); i++) {
            rows.add(span.series(), seconds(Level.MINUTE.stepNanos()), seconds(minutes.start(i)), minutes.minimum(i),
                    minutes.maximum(i), (double) minutes.sum(i), minutes.count(i));
        }
        rows.execute();
        for (Level level : COARSER_THAN_MINUTES) {
            addUp(handle, span.series(), level, level.floor(span.startNanos()));
        }
    }

    private static void addUp(Handle handle, long series, Level level, long startNanos) {
        handle.createUpdate("""
                insert or replace into rollup (series, step, start, minimum, maximum, total, samples)
                select series, :step, :start, min(minimum), max(maximum), total(total), sum(samples) from rollup
                where series = :series and step = :finer and start >= :start and start < :start + :step
                group by series""")
                .bind("series", series).bind("step", seconds(level.stepNanos())).bind("start", seconds(startNanos))
                .bind("finer", seconds(level.finer().stepNanos())).execute();
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

    private record Sum(long startNanos, long minimum, long maximum, double total, long samples) {}

    private static long seconds(long nanos) {
        return Math.floorDiv(nanos, NANOS_PER_SECOND);
    }
}
