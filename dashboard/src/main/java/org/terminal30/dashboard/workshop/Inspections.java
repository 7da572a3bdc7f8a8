package org.terminal30.dashboard.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.Databases;

/** What people found out by looking; a later finding takes the place of an earlier one, and both stay on record. */
@Singleton
public final class Inspections {
    /** The subject that has a figure. */
    public static final String QUIESCENT_LOAD = "quiescent-load";
    /** What can be found, by subject. */
    public static final Map<String, List<String>> FINDINGS = Map.of(
            "firmware", List.of("official", "unofficial"),
            "asks-for-code", List.of("every-ignition", "now-and-then"),
            "radio-connector", List.of("clean", "oxidised", "loose"),
            "radio-fuse", List.of("good", "poor-contact", "blown"),
            QUIESCENT_LOAD, List.of("measured"));

    /** What is found out about the unit itself goes with it; the rest is the car's. */
    private static final Set<String> OF_THE_UNIT = Set.of("firmware", "asks-for-code");

    private final Jdbi registry;
    private final Clock clock;

    public Inspections(@Named(Databases.REGISTRY) Jdbi registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** All of a vehicle and of the head unit that is in it now, newest first; of one that was taken out, nothing. */
    public List<Inspection> of(long vehicle) {
        return registry.withHandle(handle -> handle.createQuery("""
                select * from inspection where (head_unit is null and vehicle = :vehicle)
                    or head_unit = (select head_unit from fitting where vehicle = :vehicle and removed_on is null)
                order by entered_at desc, id desc""")
                .bind("vehicle", vehicle).map(Inspections::inspection).list());
    }

    /** Enters a finding about a vehicle that is there; the words are known ones. */
    public Inspection add(long vehicle, String subject, String found, @Nullable Double milliamperes,
            @Nullable String note, String enteredBy) {
        return registry.inTransaction(handle -> find(handle, handle.createUpdate("""
                insert into inspection (vehicle, head_unit, subject, found, milliamperes, note, entered_by, entered_at)
                values (:vehicle, (select head_unit from fitting
                        where :ofTheUnit and vehicle = :vehicle and removed_on is null),
                    :subject, :found, :milliamperes, :note, :enteredBy, :now)""")
                .bind("ofTheUnit", OF_THE_UNIT.contains(subject)).bind("vehicle", vehicle).bind("subject", subject)
                .bind("found", found)
                .bind("milliamperes", milliamperes).bind("note", VehicleEntry.orNull(note))
                .bind("enteredBy", enteredBy).bind("now", clock.millis())
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one()));
    }

    private static Inspection find(Handle handle, long id) {
        return handle.createQuery("select * from inspection where id = :id").bind("id", id)
                .map(Inspections::inspection).one();
    }

    private static Inspection inspection(ResultSet row, StatementContext context) throws SQLException {
        double milliamperes = row.getDouble("milliamperes");
        @Nullable
        Double figure = row.wasNull() ? null : milliamperes;
        return new Inspection(row.getLong("id"), row.getLong("vehicle"), row.getString("subject"),
                row.getString("found"), figure, row.getString("note"), row.getString("entered_by"),
                Instant.ofEpochMilli(row.getLong("entered_at")));
    }
}
