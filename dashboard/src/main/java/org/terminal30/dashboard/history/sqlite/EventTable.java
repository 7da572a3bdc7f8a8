package org.terminal30.dashboard.history.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.RecordDetail.Chattering;
import org.terminal30.agent.detect.RecordDetail.Cranking;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.hardware.sample.Channel;

/** The table {@code event}. */
final class EventTable {
    private EventTable() {
    }

    /** Whether the event is now what is stored: it was unknown, or its revision is higher. Another bay's event stays. */
    static boolean store(Handle handle, Event event) {
        return bound(handle.createUpdate("""
                insert into event (id, site, bay, channel, kind, start, revision, open, duration, minimum, maximum,
                    saturated, parent, reason, job, clock, rest, ripple, recovery, chattering, count)
                values (:id, :site, :bay, :channel, :kind, :start, :revision, :open, :duration, :minimum, :maximum,
                    :saturated, :parent, :reason, :job, :clock, :rest, :ripple, :recovery, :chattering, :count)
                on conflict (id) do update set revision = excluded.revision, open = excluded.open,
                    duration = excluded.duration, minimum = excluded.minimum, maximum = excluded.maximum,
                    saturated = excluded.saturated, parent = excluded.parent, reason = excluded.reason,
                    job = excluded.job, clock = excluded.clock, kind = excluded.kind, start = excluded.start,
                    rest = excluded.rest, ripple = excluded.ripple, recovery = excluded.recovery,
                    chattering = excluded.chattering, count = excluded.count
                where excluded.revision > event.revision and excluded.site = event.site and excluded.bay = event.bay
                """), event).execute() > 0;
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Event event) {
        Cranking cranking = event.detail() instanceof Cranking detail ? detail : null;
        Chattering chattering = event.detail() instanceof Chattering detail ? detail : null;
        return statement.bind("rest", cranking == null ? null : cranking.restVolts())
                .bind("ripple", cranking == null ? null : cranking.rippleVoltsPeakToPeak())
                .bind("recovery", cranking == null ? null : cranking.recoveryNanos())
                .bind("chattering", chattering == null ? null : chattering.of().wireName())
                .bind("count", chattering == null ? null : chattering.count())
                .bind("id", event.id()).bind("site", event.bay().site()).bind("bay", event.bay().bay())
                .bind("channel", event.channel().wireName()).bind("kind", event.kind().wireName())
                .bind("start", event.timeNanos()).bind("revision", event.revision())
                .bind("open", event.open() ? 1 : 0).bind("duration", event.durationNanos())
                .bind("minimum", event.minimum()).bind("maximum", event.maximum())
                .bind("saturated", event.saturated() ? 1 : 0).bind("parent", event.parent())
                .bind("reason", event.reason()).bind("job", event.job()).bind("clock", event.clock().wireName());
    }

    static List<Event> touching(Handle handle, BayId bay, TimeRange range) {
        return handle.createQuery("""
                select * from event where site = :site and bay = :bay and start < :to
                    and (open = 1 or start + duration >= :from)
                order by start desc limit :most""")
                .bind("site", bay.site()).bind("bay", bay.bay()).bind("to", range.toNanos())
                .bind("from", range.fromNanos()).bind("most", History.MAX_EVENTS).map(EventTable::event).stream()
                .sorted(Comparator.comparingLong(Event::timeNanos)).toList();
    }

    static Optional<Event> find(Handle handle, String id) {
        return handle.createQuery("select * from event where id = :id").bind("id", id).map(EventTable::event)
                .findOne();
    }

    /** In order of their ids. */
    static List<Event> after(Handle handle, String id, int most) {
        return handle.createQuery("select * from event where id > :id order by id limit :most").bind("id", id)
                .bind("most", most).map(EventTable::event).list();
    }

    private static Event event(ResultSet row, StatementContext context) throws SQLException {
        EventKind kind = EventKind.ofWireName(row.getString("kind")).orElseThrow();
        return new Event(new BayId(row.getString("site"), row.getString("bay")),
                Channel.ofWireName(row.getString("channel")).orElseThrow(), kind, row.getString("id"),
                row.getLong("start"),
                row.getInt("revision"), row.getBoolean("open"), row.getLong("duration"), volts(row, "minimum"),
                volts(row, "maximum"), row.getBoolean("saturated"), row.getString("parent"), row.getString("reason"),
                row.getString("job"), clock(row.getString("clock")), detail(kind, row));
    }

    private static @Nullable RecordDetail detail(EventKind kind, ResultSet row) throws SQLException {
        return switch (kind) {
            case CRANKING -> {
                long recovery = row.getLong("recovery");
                Long established = row.wasNull() ? null : recovery;
                yield new Cranking(row.getDouble("rest"), volts(row, "ripple"), established);
            }
            case CHATTERING -> new Chattering(EventKind.ofWireName(row.getString("chattering")).orElseThrow(),
                    row.getInt("count"));
            default -> null;
        };
    }

    private static @Nullable Double volts(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    static WireRecord.Clock clock(String wireName) {
        return Arrays.stream(WireRecord.Clock.values()).filter(clock -> clock.wireName().equals(wireName)).findFirst()
                .orElseThrow();
    }
}
