package org.terminal30.dashboard.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.Databases;

/** The vehicles of the workshop. A plate belongs to one vehicle, however it is spelled. */
@Singleton
public final class Vehicles {
    /** Vehicles that one search finds at most. */
    public static final int MAX_FOUND = 200;

    private final Jdbi registry;
    private final Clock clock;

    public Vehicles(@Named(Databases.REGISTRY) Jdbi registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Those with the text in plate, VIN, make or model, or in the serial number of the head unit that is fitted, the newest first;
     * all when it is empty. Numbers are compared as {@link SearchKey} reads them.
     */
    public List<Vehicle> search(String text) {
        String words = SearchKey.exact(text);
        return registry.withHandle(handle -> handle.createQuery("""
                select * from vehicle
                where :words = '' or plate_search like :number or vin_search like :number
                    or upper(replace(replace(make || model || coalesce(generation, ''), ' ', ''), '-', '')) like :name
                    or id in (select vehicle from fitting join head_unit on head_unit.id = fitting.head_unit
                        where removed_on is null and serial_search like :number)
                order by id desc limit :most""").bind("words", words).bind("name", "%" + words + "%")
                .bind("number", "%" + SearchKey.of(text) + "%").bind("most", MAX_FOUND).map(Vehicles::vehicle).list());
    }

    public Optional<Vehicle> find(long id) {
        return registry.withHandle(handle -> find(handle, id));
    }

    /** Registers a vehicle; empty when the plate is another's. */
    public Optional<Vehicle> add(VehicleEntry entry) {
        return registry.inTransaction(handle -> taken(handle, entry, 0)
                ? Optional.empty()
                : find(handle,
                        bound(handle.createUpdate(
                                """
                                        insert into vehicle (plate, plate_key, plate_search, vin, vin_search, make, model, generation, year,
                                            note, battery_type, battery_amp_hours, battery_fitted_on, created_at)
                                        values (:plate, :key, :plateSearch, :vin, :vinSearch, :make, :model, :generation, :year,
                                            :note, :batteryType, :batteryAmpHours, :batteryFittedOn, :now)"""),
                                entry)
                                .bind("now", clock.millis()).executeAndReturnGeneratedKeys("id").mapTo(Long.class)
                                .one()));
    }

    /** Corrects a vehicle that is there; empty when the plate is another's. */
    public Optional<Vehicle> change(long id, VehicleEntry entry) {
        return registry.inTransaction(handle -> {
            if (taken(handle, entry, id)) {
                return Optional.empty();
            }
            bound(handle.createUpdate("""
                    update vehicle set plate = :plate, plate_key = :key, plate_search = :plateSearch, vin = :vin,
                        vin_search = :vinSearch, make = :make, model = :model, generation = :generation, year = :year,
                        note = :note, battery_type = :batteryType, battery_amp_hours = :batteryAmpHours,
                        battery_fitted_on = :batteryFittedOn
                    where id = :id"""), entry).bind("id", id).execute();
            return find(handle, id);
        });
    }

    private static Optional<Vehicle> find(Handle handle, long id) {
        return handle.createQuery("select * from vehicle where id = :id").bind("id", id).map(Vehicles::vehicle)
                .findOne();
    }

    private static boolean taken(Handle handle, VehicleEntry entry, long except) {
        return handle.createQuery("select count(*) from vehicle where plate_key = :key and id <> :except")
                .bind("key", entry.plateKey()).bind("except", except).mapTo(Integer.class).one() > 0;
    }

    private static Update bound(Update statement, VehicleEntry entry) {
        return statement.bind("plate", entry.plateAsShown()).bind("key", entry.plateKey())
                .bind("vin", entry.vinAsStored()).bind("make", VehicleEntry.text(entry.make()))
                .bind("model", VehicleEntry.text(entry.model()))
                .bind("generation", VehicleEntry.orNull(entry.generation())).bind("year", entry.year())
                .bind("note", VehicleEntry.orNull(entry.note()))
                .bind("plateSearch", entry.plateSearch()).bind("vinSearch", entry.vinSearch())
                .bind("batteryType", VehicleEntry.orNull(entry.batteryType()))
                .bind("batteryAmpHours", entry.batteryAmpHours())
                .bind("batteryFittedOn", VehicleEntry.orNull(entry.batteryFittedOn()));
    }

    private static Vehicle vehicle(ResultSet row, StatementContext context) throws SQLException {
        return new Vehicle(row.getLong("id"), row.getString("plate"), row.getString("vin"), row.getString("make"),
                row.getString("model"), row.getString("generation"), number(row, "year"), row.getString("note"),
                row.getString("battery_type"), number(row, "battery_amp_hours"), row.getString("battery_fitted_on"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
