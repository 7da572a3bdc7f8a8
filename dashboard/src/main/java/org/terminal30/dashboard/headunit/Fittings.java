package org.terminal30.dashboard.headunit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.Databases;
import org.terminal30.dashboard.workshop.VehicleRef;

/** Which head unit was in which car, and when. A head unit is in one car at a time, a car has one head unit at a time. */
@Singleton
public final class Fittings {
    private static final String NAMED = """
            select fitting.*, maker, head_unit.model as unit_model, serial, plate, make, vehicle.model as vehicle_model,
                generation
            from fitting join head_unit on head_unit.id = fitting.head_unit join vehicle on vehicle.id = fitting.vehicle
            """;
    private static final String NEWEST_FIRST = " order by fitting.id desc";

    private final Jdbi registry;
    private final Clock clock;

    Fittings(@Named(Databases.REGISTRY) Jdbi registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** What stands in the way of fitting a head unit. */
    public enum Obstacle {
        HEAD_UNIT_IN_A_CAR, CAR_HAS_ONE, BEFORE_THE_LAST_REMOVAL
    }

    /** The cars that a head unit was in, the newest stay first. */
    public List<Fitting> ofHeadUnit(long headUnit) {
        return registry.withHandle(handle -> handle.createQuery(NAMED + "where head_unit = :id" + NEWEST_FIRST).bind(
                "id", headUnit).map(Fittings::fitting).list());
    }

    /** The head units that a car had, the newest stay first. */
    public List<Fitting> ofVehicle(long vehicle) {
        return registry.withHandle(handle -> handle.createQuery(NAMED + "where vehicle = :id" + NEWEST_FIRST).bind("id",
                vehicle).map(Fittings::fitting).list());
    }

    /** Puts a head unit into a car, both of them there; says what stands in the way, and then changes nothing. */
    public Optional<Obstacle> fit(long headUnit, long vehicle, @Nullable String fittedOn, String by) {
        return registry.inTransaction(handle -> {
            Optional<Obstacle> obstacle = obstacle(handle, headUnit, vehicle, fittedOn);
            if (obstacle.isEmpty()) {
                handle.createUpdate("""
                        insert into fitting (head_unit, vehicle, fitted_on, entered_by, entered_at)
                        values (:headUnit, :vehicle, :on, :by, :now)""").bind("headUnit", headUnit)
                        .bind("vehicle", vehicle).bind("on", fittedOn).bind("by", by).bind("now", clock.millis())
                        .execute();
            }
            return obstacle;
        });
    }

    /**
     * Takes a head unit out of its car; false when it is in none, or was fitted after that day.
     *
     * @param removedOn as well as it is known
     */
    public boolean remove(long headUnit, String removedOn) {
        return registry.withHandle(handle -> handle.createUpdate("""
                update fitting set removed_on = :on
                where head_unit = :headUnit and removed_on is null
                    and (fitted_on is null or substr(fitted_on, 1, length(:on)) <= :on)""")
                .bind("headUnit", headUnit).bind("on", removedOn).execute()) == 1;
    }

    /**
     * Takes back a stay that was entered wrong; what it said, who said it and why it was wrong stays on record.
     *
     * @return false when this head unit has no such stay
     */
    public boolean takeBack(long headUnit, long fitting, String why, String by) {
        return registry.inTransaction(handle -> {
            int kept = handle
                    .createUpdate(
                            """
                                    insert into fitting_correction (head_unit, vehicle, fitted_on, removed_on, entered_by, entered_at, why,
                                        corrected_by, corrected_at)
                                    select head_unit, vehicle, fitted_on, removed_on, entered_by, entered_at, :why, :by, :now
                                    from fitting where id = :fitting and head_unit = :headUnit""")
                    .bind("why", why).bind("by", by)
                    .bind("now", clock.millis()).bind("fitting", fitting).bind("headUnit", headUnit).execute();
            handle.createUpdate("delete from fitting where id = :fitting and head_unit = :headUnit")
                    .bind("fitting", fitting).bind("headUnit", headUnit).execute();
            return kept == 1;
        });
    }

    /** The stays of a head unit that were taken back, the newest first. */
    public List<Correction> corrections(long headUnit) {
        return registry.withHandle(handle -> handle.createQuery("""
                select fitting_correction.*, plate from fitting_correction join vehicle on vehicle.id = vehicle
                where head_unit = :id order by fitting_correction.id desc""").bind("id", headUnit)
                .map((row, context) -> new Correction(row.getString("plate"), row.getString("fitted_on"),
                        row.getString("removed_on"), row.getString("entered_by"), row.getString("why"),
                        row.getString("corrected_by"), Instant.ofEpochMilli(row.getLong("corrected_at"))))
                .list());
    }

    private static Optional<Obstacle> obstacle(Handle handle, long headUnit, long vehicle, @Nullable String fittedOn) {
        if (isOpen(handle, "head_unit", headUnit)) {
            return Optional.of(Obstacle.HEAD_UNIT_IN_A_CAR);
        }
        if (isOpen(handle, "vehicle", vehicle)) {
            return Optional.of(Obstacle.CAR_HAS_ONE);
        }
        return fittedOn != null && removedAfter(handle, headUnit, vehicle, fittedOn)
                ? Optional.of(Obstacle.BEFORE_THE_LAST_REMOVAL)
                : Optional.empty();
    }

    private static boolean isOpen(Handle handle, String column, long id) {
        return handle.createQuery("select count(*) from fitting where removed_on is null and " + column + " = :id")
                .bind("id", id).mapTo(Integer.class).one() > 0;
    }

    private static boolean removedAfter(Handle handle, long headUnit, long vehicle, String day) {
        return handle.createQuery("""
                select count(*) from fitting
                where (head_unit = :headUnit or vehicle = :vehicle) and substr(removed_on, 1, length(:day)) > :day""")
                .bind("headUnit", headUnit).bind("vehicle", vehicle).bind("day", day).mapTo(Integer.class).one() > 0;
    }

    private static Fitting fitting(ResultSet row, StatementContext context) throws SQLException {
        String model = row.getString("unit_model");
        return new Fitting(row.getLong("id"), row.getLong("head_unit"),
                row.getString("maker") + (model == null ? "" : " " + model), row
                        .getString("serial"),
                VehicleRef.of(row.getLong("vehicle"), row.getString("make"), row.getString(
                        "vehicle_model"), row.getString("generation"), row.getString("plate")),
                row.getString(
                        "fitted_on"),
                row.getString("removed_on"), row.getString("entered_by"));
    }
}
