package org.terminal30.dashboard.history.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.jdbi.v3.core.Handle;

import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;

/** The table {@code voltage}. Its writes are plain JDBC: everything that is measured passes here. */
final class WindowTable {
    private WindowTable() {
    }

    /** Stores the windows and returns how many took the place of one with other values. */
    static int store(Handle handle, List<Window> windows, Map<Series, Long> ids) throws SQLException {
        List<Window> present = new ArrayList<>();
        try (PreparedStatement insert = handle.getConnection().prepareStatement("""
                insert into voltage (minimum, maximum, total, samples, series, start) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""")) {
            for (Window window : windows) {
                bind(insert, window, ids);
                if (insert.executeUpdate() == 0) {
                    present.add(window);
                }
            }
        }
        return present.isEmpty() ? 0 : overwrite(handle, present, ids);
    }

    private static int overwrite(Handle handle, List<Window> windows, Map<Series, Long> ids) throws SQLException {
        int overwritten = 0;
        try (PreparedStatement update = handle.getConnection().prepareStatement("""
                update voltage set minimum = ?1, maximum = ?2, total = ?3, samples = ?4
                where series = ?5 and start = ?6
                    and (minimum <> ?1 or maximum <> ?2 or total <> ?3 or samples <> ?4)""")) {
            for (Window window : windows) {
                bind(update, window, ids);
                overwritten += update.executeUpdate();
            }
        }
        return overwritten;
    }

    private static void bind(PreparedStatement statement, Window window, Map<Series, Long> ids) throws SQLException {
        statement.setDouble(1, window.minimum());
        statement.setDouble(2, window.maximum());
        statement.setDouble(3, window.sum());
        statement.setLong(4, window.count());
        statement.setLong(5, ids.getOrDefault(new Series(window.bay(), window.channel()), 0L));
        statement.setLong(6, window.timeNanos());
    }

    static List<Bucket> buckets(Handle handle, long series, TimeRange range, Grid grid) {
        return handle.createQuery("""
                select (start - :anchor) / :step as bucket, min(start) as first, min(minimum) as minimum,
                    max(maximum) as maximum, sum(total) / sum(samples) as mean
                from voltage where series = :series and start >= :from and start < :to
                group by bucket order by bucket""")
                .bind("anchor", grid.anchorNanos()).bind("step", grid.stepNanos()).bind("series", series)
                .bind("from", range.fromNanos()).bind("to", range.toNanos())
                .map((row, context) -> new Bucket(
                        grid.isFinest()
                                ? row.getLong("first")
                                : grid.anchorNanos() + row.getLong("bucket") * grid.stepNanos(),
                        row.getDouble("minimum"), row.getDouble("maximum"), row.getDouble("mean")))
                .list();
    }

    static OptionalDouble lowest(Handle handle, long series, TimeRange range) {
        return handle.createQuery("""
                select min(minimum) as lowest from voltage
                where series = :series and start >= :from and start < :to""")
                .bind("series", series).bind("from", range.fromNanos()).bind("to", range.toNanos())
                .map((row, context) -> {
                    double lowest = row.getDouble("lowest");
                    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(lowest);
                }).one();
    }
}
