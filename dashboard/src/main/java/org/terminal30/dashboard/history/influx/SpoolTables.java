package org.terminal30.dashboard.history.influx;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.influx.Backlog.Mark;
import org.terminal30.hardware.sample.Channel;

/** The tables of the spool. */
final class SpoolTables {
    private SpoolTables() {
    }

    /** A batch that waits. */
    record Batch(long id, List<String> lines) {}

    /**
     * How much there is.
     *
     * @param oldestNanos when the oldest of it came; 0 when there is none
     */
    record Amount(long records, long bytes, long oldestNanos) {
        static final Amount NONE = new Amount(0, 0, 0);

        Amount and(Amount later) {
            return records == 0
                    ? later
                    : new Amount(records + later.records, bytes + later.bytes, oldestNanos);
        }
    }

    /** What InfluxDB did not take. */
    record Refused(String database, String reason, List<String> lines) {}

    static long append(Handle handle, long arrivedNanos, int records, int windows, byte[] lines) {
        return handle.createUpdate("""
                insert into waiting (arrived, records, windows, lines) values (:arrived, :records, :windows, :lines)""")
                .bind("arrived", arrivedNanos).bind("records", records).bind("windows", windows).bind("lines", lines)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
    }

    /** The oldest batches, until there are {@code records} of them; at least one when any waits. */
    static List<Batch> oldest(Handle handle, int records) {
        List<Batch> found = new ArrayList<>();
        int sum = 0;
        try (var rows = batches(handle, "select * from waiting order by id").iterator()) {
            while (sum < records && rows.hasNext()) {
                Batch batch = rows.next();
                found.add(batch);
                sum += batch.lines().size();
            }
        }
        return found;
    }

    /** Hands over the newest batches, oldest first, until there are {@code windows}; the newest one that is left out, or 0. */
    static long newest(Handle handle, int windows, Consumer<Batch> reader) {
        List<Long> ids = new ArrayList<>();
        long leftOut = 0;
        int sum = 0;
        try (var rows = handle.createQuery("select id, windows from waiting order by id desc")
                .map((row, context) -> new long[]{row.getLong("id"), row.getLong("windows")}).iterator()) {
            while (leftOut == 0 && rows.hasNext()) {
                long[] batch = rows.next();
                sum += (int) batch[1];
                if (sum > windows) {
                    leftOut = batch[0];
                } else {
                    ids.addFirst(batch[0]);
                }
            }
        }
        for (long id : ids) {
            batches(handle, "select * from waiting where id = " + id).forEach(reader);
        }
        return leftOut;
    }

    private static ResultIterable<Batch> batches(Handle handle, String select) {
        return handle.createQuery(select).map((row, context) -> new Batch(row.getLong("id"), lines(row)));
    }

    private static List<String> lines(ResultSet row) throws SQLException {
        try {
            return Deflated.lines(row.getBytes("lines"));
        } catch (IOException damaged) {
            throw new SQLException("row %d of the spool is damaged".formatted(row.getLong("id")), damaged);
        }
    }

    /** The newest number that was ever given; 0 before the first. */
    static long lastGiven(Handle handle) {
        return handle.createQuery("select seq from sqlite_sequence where name = 'waiting'").mapTo(Long.class)
                .findOne().orElse(0L);
    }

    static void delete(Handle handle, long upTo) {
        handle.createUpdate("delete from waiting where id <= :id").bind("id", upTo).execute();
    }

    static Amount waiting(Handle handle) {
        return amount(handle, "arrived", "waiting");
    }

    /** What waits up to a batch; as the oldest, when the first one behind it came. */
    static Amount waiting(Handle handle, long upTo) {
        Amount amount = amount(handle, "arrived", "waiting where id <= " + upTo);
        long next = handle.createQuery("select arrived from waiting where id > :id order by id limit 1")
                .bind("id", upTo).mapTo(Long.class).findOne().orElse(0L);
        return new Amount(amount.records(), amount.bytes(), next);
    }

    static Amount refused(Handle handle) {
        return amount(handle, "at", "refused");
    }

    private static Amount amount(Handle handle, String time, String table) {
        return handle.createQuery("select sum(records) as records, sum(length(lines)) as bytes, min(" + time
                + ") as oldest from " + table).map(
                        (row, context) -> new Amount(row.getLong("records"),
                                row.getLong("bytes"), row.getLong("oldest")))
                .one();
    }

    static void refuse(Handle handle, long atNanos, Refused refused) {
        handle.createUpdate("""
                insert into refused (at, reason, records, database, lines)
                values (:at, :reason, :records, :database, :lines)""")
                .bind("at", atNanos).bind("reason", refused.reason()).bind("records", refused.lines().size())
                .bind("database", refused.database()).bind("lines", Deflated.of(refused.lines())).execute();
    }

    static List<Long> refusedIds(Handle handle) {
        return handle.createQuery("select id from refused order by id").mapTo(Long.class).list();
    }

    /** Takes lines out of what was set aside. */
    static List<String> takeBack(Handle handle, long id) {
        List<String> lines = handle.createQuery("select id, lines from refused where id = :id").bind("id", id)
                .map((row, context) -> lines(row)).one();
        handle.createUpdate("delete from refused where id = :id").bind("id", id).execute();
        return lines;
    }

    /** The highest revision of an event that was taken; 0 when there is none. */
    static int revision(Handle handle, String event) {
        return handle.createQuery("select revision from revision where event = :event").bind("event", event)
                .mapTo(Integer.class).findOne().orElse(0);
    }

    static void mark(Handle handle, SpanKey span, long batch) {
        handle.createUpdate("""
                insert into unsettled (site, bay, channel, span, batch) values (:site, :bay, :channel, :span, :batch)
                on conflict (site, bay, channel, span) do update set batch = excluded.batch""")
                .bind("site", span.series().bay().site()).bind("bay", span.series().bay().bay())
                .bind("channel", span.series().channel().wireName()).bind("span", span.number()).bind("batch", batch)
                .execute();
    }

    /** A mark that a newer batch has renewed stays. */
    static void unmark(Handle handle, Mark mark) {
        SpanKey span = mark.span();
        handle.createUpdate("""
                delete from unsettled where site = :site and bay = :bay and channel = :channel and span = :span
                    and batch = :batch""")
                .bind("site", span.series().bay().site()).bind("bay", span.series().bay().bay())
                .bind("channel", span.series().channel().wireName()).bind("span", span.number())
                .bind("batch", mark.batch()).execute();
    }

    static List<Mark> marks(Handle handle) {
        return handle.createQuery("select * from unsettled").map((row, context) -> new Mark(new SpanKey(
                new Series(new BayId(row.getString("site"), row.getString("bay")),
                        Channel.ofWireName(row.getString("channel")).orElseThrow()),
                row.getLong("span")), row.getLong("batch"), 0)).list();
    }

    /** Whether the event is new or of a higher revision than every one before. Another bay's event stays. */
    static boolean isNews(Handle handle, Event event) {
        return handle.createUpdate("""
                insert into revision (event, site, bay, revision) values (:event, :site, :bay, :revision)
                on conflict (event) do update set revision = excluded.revision
                where excluded.revision > revision.revision and excluded.site = revision.site
                    and excluded.bay = revision.bay""")
                .bind("event", event.id()).bind("site", event.bay().site()).bind("bay", event.bay().bay())
                .bind("revision", event.revision()).execute() > 0;
    }
}
