package org.terminal30.dashboard.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.Databases;

/** The lock events that people entered. */
@Singleton
public final class Locks {
    /** What a radio can show; anything else is {@code OTHER} with a note. */
    public static final List<String> DISPLAYS = List.of("CODE", "WAIT", "LOCKED", "ERROR", "OTHER");
    /** What can have been done when it locked; {@code battery-work} and {@code update} explain a lock by themselves. */
    public static final List<String> BEFORE = List.of("ignition-on", "engine-start", "driving", "parked",
            "battery-work", "update", "other");

    private final Jdbi registry;
    private final Clock clock;

    public Locks(@Named(Databases.REGISTRY) Jdbi registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** The lock events of a vehicle, newest first. */
    public List<Lock> of(long vehicle) {
        return registry.withHandle(handle -> handle.createQuery("""
                select * from lock_event where vehicle = :vehicle order by from_at desc, id desc""")
                .bind("vehicle", vehicle).map(Locks::lock).list());
    }

    /** Enters a lock event of a vehicle that is there; {@code from} not after {@code to}, the words known ones. */
    public Lock add(long vehicle, Instant from, Instant to, String display, @Nullable String before,
            @Nullable String note, String enteredBy) {
        return registry.inTransaction(handle -> find(handle, handle.createUpdate("""
                insert into lock_event (vehicle, from_at, to_at, display, doing, note, entered_by, entered_at)
                values (:vehicle, :from, :to, :display, :before, :note, :enteredBy, :now)""").bind("vehicle", vehicle)
                .bind("from", from.toEpochMilli()).bind("to", to.toEpochMilli()).bind("display", display)
                .bind("before", before).bind("note", VehicleEntry.orNull(note)).bind("enteredBy", enteredBy)
                .bind("now", clock.millis())
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one()));
    }

    private static Lock find(Handle handle, long id) {
        return handle.createQuery("select * from lock_event where id = :id").bind("id", id).map(Locks::lock).one();
    }

    private static Lock lock(ResultSet row, StatementContext context) throws SQLException {
        return new Lock(row.getLong("id"), row.getLong("vehicle"), Instant.ofEpochMilli(row.getLong("from_at")),
                Instant.ofEpochMilli(row.getLong("to_at")), row.getString("display"), row.getString("doing"),
                row.getString("note"), row.getString("entered_by"), Instant.ofEpochMilli(row.getLong("entered_at")));
    }
}
