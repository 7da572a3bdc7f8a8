package org.terminal30.dashboard.history.sqlite;

import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.wire.WindowLimits;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.cells.Cells;
import org.terminal30.dashboard.history.cells.Steps;

/**
 * The table {@code voltage} of earlier versions, one row for each window. Its rows move into blocks, ten minutes in one transaction,
 * before anything else is written: stopped half-way, the next start goes on.
 */
final class VoltageRows {
    private static final Logger LOG = LoggerFactory.getLogger(VoltageRows.class);
    /** A line in the log after so many blocks: a week and a half of one series. */
    private static final int BLOCKS_PER_LINE = 1_500;

    private final Jdbi jdbi;

    VoltageRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Moves all rows and drops the table; nothing when that has happened. */
    void move() {
        if (!jdbi.withHandle(VoltageRows::isThere)) {
            return;
        }
        long rows = jdbi.withHandle(handle -> handle.createQuery("select count(*) from voltage").mapTo(Long.class)
                .one());
        if (rows > 0) {
            LOG.info("Moving {} windows of an earlier version into blocks; the dashboard starts when that is done",
                    rows);
        }
        long moved = 0;
        int blocks = 0;
        for (int more = moveNext(); more > 0; more = moveNext()) {
            moved += more;
            blocks++;
            if (blocks % BLOCKS_PER_LINE == 0) {
                LOG.info("Moved {} of {} windows", moved, rows);
            }
        }
        jdbi.useHandle(handle -> handle.execute("drop table voltage"));
        if (rows > 0) {
            LOG.info("Moved all {} windows", moved);
        }
    }

    /** Moves ten minutes of a series, and returns how many rows that were; 0 when none is left. */
    int moveNext() {
        return next().map(this::move).orElse(0);
    }

    private static boolean isThere(Handle handle) {
        return handle.createQuery("select count(*) from sqlite_master where type = 'table' and name = 'voltage'")
                .mapTo(Integer.class).one() > 0;
    }

    private Optional<Span> next() {
        return jdbi.withHandle(handle -> handle
                .createQuery("select series, start from voltage order by series, start limit 1")
                .map((row, context) -> Span.of(row.getLong("series"), row.getLong("start"))).findOne());
    }

    private int move(Span span) {
        return jdbi.inTransaction(handle -> {
            Cells rows = rows(handle, span);
            // A block that is there already was written later.
            Remains all = new Remains(Level.WINDOW, rows).with(BlockTable.remains(handle, span).cells());
            BlockTable.write(handle, new Block(span, BlockTable.journal(handle, span).orElse(0), all));
            handle.createUpdate("delete from voltage where series = :series and start >= :from and start < :to")
                    .bind("series", span.series()).bind("from", span.startNanos()).bind("to", span.endNanos())
                    .execute();
            return rows.size();
        });
    }

    /** What no window can be any more becomes the nearest that one can. */
    private static Cells rows(Handle handle, Span span) {
        Cells cells = new Cells();
        handle.createQuery("""
                select start, minimum, maximum, total, samples from voltage
                where series = :series and start >= :from and start < :to order by start""")
                .bind("series", span.series()).bind("from", span.startNanos()).bind("to", span.endNanos())
                .map((row, context) -> {
                    long count = Math.min(row.getLong("samples"), WindowLimits.MAX_COUNT);
                    double mean = row.getDouble("total") / row.getLong("samples");
                    double lowest = Math.min(row.getDouble("minimum"), row.getDouble("maximum"));
                    boolean sound = count == row.getLong("samples") && Math.abs(mean) <= WindowLimits.MAX_VALUE;
                    cells.append(row.getLong("start"), steps(lowest), steps(row.getDouble("maximum")),
                            sound ? Steps.of(row.getDouble("total")) : steps(mean) * count, count);
                    return count;
                }).list();
        return cells;
    }

    private static long steps(double value) {
        return Steps.of(Math.clamp(value, -WindowLimits.MAX_VALUE, WindowLimits.MAX_VALUE));
    }
}
