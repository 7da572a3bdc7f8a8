package org.terminal30.dashboard.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.Databases;
import org.terminal30.dashboard.history.EpochNanos;

/** The alarms that the bays reported: how they stand, and every transition that led there. */
@Singleton
public final class Alarms {
    /** Alarms of the past that one answer holds. */
    public static final int MAX_PAST = 200;

    private final Jdbi registry;

    public Alarms(@Named(Databases.REGISTRY) Jdbi registry) {
        this.registry = registry;
    }

    /** All that are not over, newest first. */
    public List<Alarm> open() {
        return registry.withHandle(handle -> handle.createQuery("""
                select * from alarm where state <> 'normal' order by raised_nanos desc, id""").map(Alarms::alarm)
                .list());
    }

    /** Those of a bay that are not over, newest first. */
    public List<Alarm> open(BayId bay) {
        return registry.withHandle(handle -> handle.createQuery("""
                select * from alarm where site = :site and bay = :bay and state <> 'normal'
                order by raised_nanos desc, id""").bind("site", bay.site()).bind("bay", bay.bay())
                .map(Alarms::alarm).list());
    }

    /** The newest {@value #MAX_PAST} that are over, newest first. */
    public List<Alarm> past() {
        return registry.withHandle(handle -> handle.createQuery("""
                select * from alarm where state = 'normal' order by changed_nanos desc limit :most""")
                .bind("most", MAX_PAST).map(Alarms::alarm).list());
    }

    public Optional<Alarm> find(String id) {
        return registry.withHandle(handle -> find(handle, id));
    }

    /** How many alarms a job had. */
    public int count(String job) {
        return registry.withHandle(handle -> handle.createQuery("select count(*) from alarm where job = :job")
                .bind("job", job).mapTo(Integer.class).one());
    }

    private static Optional<Alarm> find(Handle handle, String id) {
        return handle.createQuery("select * from alarm where id = :id").bind("id", id).map(Alarms::alarm).findOne();
    }

    /** Stores a transition; the alarm as it stands now when this changed it, empty when the revision is not higher. */
    static Optional<Alarm> store(Handle handle, WireRecord.Alarm record) {
        Optional<Alarm> before = find(handle, record.id());
        if (before.isPresent() && !before.get().bay().equals(record.bay())) {
            return Optional.empty();
        }
        log(handle, record);
        if (before.isPresent() && before.get().revision() >= record.revision()) {
            return Optional.empty();
        }
        // Answered after its job has ended, it still belongs to that job.
        String job = record.job() == null ? before.map(Alarm::job).orElse(null) : record.job();
        replace(handle, record, job, acknowledgedBy(before.orElse(null), record));
        return find(handle, record.id());
    }

    private static @Nullable String acknowledgedBy(@Nullable Alarm before, WireRecord.Alarm record) {
        String known = before == null ? null : before.acknowledgedBy();
        return switch (record.state()) {
            case UNACKNOWLEDGED, RETURNED_UNACKNOWLEDGED, LATCHED_UNACKNOWLEDGED, SUPPRESSED -> null;
            case SHELVED -> known;
            case ACKNOWLEDGED, LATCHED_ACKNOWLEDGED, NORMAL -> known == null ? record.who() : known;
        };
    }

    private static void log(Handle handle, WireRecord.Alarm record) {
        bound(handle.createUpdate(
                """
                        insert into alarm_transition (alarm, revision, at_nanos, kind, priority, state, condition, who, order_id,
                            refused, count, phase, shelved_until_nanos, shelved_by, shelved_why)
                        values (:id, :revision, :changed, :kind, :priority, :state, :condition, :who, :order,
                            :refused, :count, :phase, :shelvedUntil, :shelvedBy, :shelvedWhy)
                        on conflict do nothing"""),
                record).bind("who", record.who())
                .bind("order", record.order()).bind("refused", record.refused()).execute();
    }

    private static void replace(Handle handle, WireRecord.Alarm record, @Nullable String job,
            @Nullable String acknowledgedBy) {
        handle.createUpdate("delete from alarm where id = :id").bind("id", record.id()).execute();
        bound(handle.createUpdate("""
                insert into alarm (id, site, bay, channel, kind, priority, state, condition, raised_nanos,
                    changed_nanos, silenced_until_nanos, event, job, acknowledged_by, revision, count, phase,
                    shelved_until_nanos, shelved_by, shelved_why)
                values (:id, :site, :bay, :channel, :kind, :priority, :state, :condition, :raised, :changed,
                    :silencedUntil, :event, :job, :acknowledgedBy, :revision, :count, :phase, :shelvedUntil, :shelvedBy,
                    :shelvedWhy)"""), record)
                .bind("site", record.bay().site()).bind("bay", record.bay().bay())
                .bind("channel", record.channel().wireName()).bind("raised", record.raisedNanos())
                .bind("silencedUntil", record.silencedUntilNanos()).bind("event", record.event())
                .bind("job", job).bind("acknowledgedBy", acknowledgedBy).execute();
    }

    /** What a transition and the alarm after it have in common. */
    private static Update bound(Update statement, WireRecord.Alarm record) {
        WireRecord.Shelf shelf = record.shelf();
        return statement.bind("id", record.id()).bind("revision", record.revision())
                .bind("changed", record.timeNanos()).bind("kind", record.kind().wireName())
                .bind("priority", record.priority().wireName()).bind("state", record.state().wireName())
                .bind("condition", record.condition() ? 1 : 0).bind("count", record.count())
                .bind("phase", record.phase()).bind("shelvedUntil", shelf == null ? null : shelf.untilNanos())
                .bind("shelvedBy", shelf == null ? null : shelf.who())
                .bind("shelvedWhy", shelf == null ? null : shelf.why());
    }

    private static Alarm alarm(ResultSet row, StatementContext context) throws SQLException {
        long silencedUntil = row.getLong("silenced_until_nanos");
        return new Alarm(row.getString("id"), new BayId(row.getString("site"), row.getString("bay")),
                row.getString("channel"), row.getString("kind"), row.getString("priority"), row.getString("state"),
                row.getBoolean("condition"), EpochNanos.instant(row.getLong("raised_nanos")),
                EpochNanos.instant(row.getLong("changed_nanos")),
                silencedUntil == 0 ? null : EpochNanos.instant(silencedUntil), row.getString("event"),
                row.getString("job"), row.getString("acknowledged_by"), row.getInt("revision"), row.getInt("count"),
                row.getString("phase"), shelf(row));
    }

    private static Alarm.@Nullable Shelf shelf(ResultSet row) throws SQLException {
        String why = row.getString("shelved_why");
        return why == null
                ? null
                : new Alarm.Shelf(EpochNanos.instant(row.getLong("shelved_until_nanos")), row.getString("shelved_by"),
                        why);
    }
}
