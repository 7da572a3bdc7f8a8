package org.terminal30.dashboard.headunit;

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
import org.terminal30.dashboard.profile.Library;
import org.terminal30.dashboard.workshop.SearchKey;
import org.terminal30.dashboard.workshop.VehicleRef;

/** The head units that the workshop has met. A serial number belongs to one of them, however it is spelled. */
@Singleton
public final class HeadUnits {
    /** Head units that one search finds at most. */
    public static final int MAX_FOUND = 200;

    private static final String WITH_VEHICLE = """
            select head_unit.*, vehicle.id as vehicle_id, plate, vehicle.make, vehicle.model as vehicle_model, generation
            from head_unit left join fitting on fitting.head_unit = head_unit.id and removed_on is null
                left join vehicle on vehicle.id = fitting.vehicle
            """;

    private final Jdbi registry;
    private final Library library;
    private final Clock clock;

    HeadUnits(@Named(Databases.REGISTRY) Jdbi registry, Library library, Clock clock) {
        this.registry = registry;
        this.library = library;
        this.clock = clock;
    }

    /** Those with the text in serial number, maker or model, or in the plate or VIN of their car, the newest first. */
    public List<HeadUnit> search(String text) {
        String words = SearchKey.exact(text);
        return registry.withHandle(handle -> handle.createQuery(WITH_VEHICLE + """
                where :words = '' or serial_search like :number or plate_search like :number or vin_search like :number
                    or upper(replace(replace(maker || coalesce(head_unit.model, ''), ' ', ''), '-', '')) like :name
                order by head_unit.id desc limit :most""").bind("words", words).bind("name", "%" + words + "%")
                .bind("number", "%" + SearchKey.of(text) + "%").bind("most", MAX_FOUND).map(this::headUnit).list());
    }

    public Optional<HeadUnit> find(long id) {
        return registry.withHandle(handle -> find(handle, id));
    }

    /** The head unit that is in a vehicle now. */
    public Optional<HeadUnit> fittedTo(long vehicle) {
        return registry.withHandle(handle -> handle.createQuery(WITH_VEHICLE + "where fitting.vehicle = :vehicle").bind(
                "vehicle", vehicle).map(this::headUnit).findOne());
    }

    /** The other one with this serial number. */
    public Optional<HeadUnit> sameSerial(HeadUnitEntry entry, long except) {
        return registry.withHandle(handle -> handle.createQuery(WITH_VEHICLE
                + "where serial_key = :key and head_unit.id <> :except").bind("key", entry.serialKey()).bind("except",
                        except)
                .map(this::headUnit).findOne());
    }

    /** Others whose serial number differs from this one only in what looks alike; at most ten. */
    public List<HeadUnit> alike(HeadUnit headUnit) {
        String serial = headUnit.serial();
        return serial == null
                ? List.of()
                : registry.withHandle(handle -> handle.createQuery(WITH_VEHICLE
                        + "where serial_search = :search and head_unit.id <> :id order by head_unit.id limit 10").bind(
                                "search", SearchKey.of(serial))
                        .bind("id", headUnit.id()).map(this::headUnit).list());
    }

    /** Enters a head unit; its serial number is nobody else's, its profile one of the library. */
    public HeadUnit add(HeadUnitEntry entry, String enteredBy) {
        return registry.inTransaction(handle -> found(handle, bound(handle.createUpdate("""
                insert into head_unit (maker, model, serial, serial_key, serial_search, profile, code_place,
                    code_place_note, note, entered_by, entered_at)
                values (:maker, :model, :serial, :key, :search, :profile, :place, :placeNote, :note, :by, :now)"""),
                entry).bind("by", enteredBy).bind("now", clock.millis()).executeAndReturnGeneratedKeys("id").mapTo(
                        Long.class)
                .one()));
    }

    /** Corrects a head unit that is there; as with {@link #add}. */
    public HeadUnit change(long id, HeadUnitEntry entry) {
        return registry.inTransaction(handle -> {
            bound(handle.createUpdate("""
                    update head_unit set maker = :maker, model = :model, serial = :serial, serial_key = :key,
                        serial_search = :search, profile = :profile, code_place = :place, code_place_note = :placeNote,
                        note = :note
                    where id = :id"""), entry).bind("id", id).execute();
            return found(handle, id);
        });
    }

    private Optional<HeadUnit> find(Handle handle, long id) {
        return handle.createQuery(WITH_VEHICLE + "where head_unit.id = :id").bind("id", id).map(this::headUnit)
                .findOne();
    }

    private HeadUnit found(Handle handle, long id) {
        return find(handle, id).orElseThrow();
    }

    private static Update bound(Update statement, HeadUnitEntry entry) {
        return statement.bind("maker", HeadUnitEntry.text(entry.maker()))
                .bind("model", HeadUnitEntry.orNull(entry.model()))
                .bind("serial", HeadUnitEntry.orNull(entry.serialAsShown())).bind("key", entry.serialKey())
                .bind("search", SearchKey.of(entry.serialAsShown())).bind("profile", entry.profileOrOther())
                .bind("place", entry.placeOrUnknown())
                .bind("placeNote", HeadUnitEntry.orNull(entry.codePlaceNote()))
                .bind("note", HeadUnitEntry.orNull(entry.note()));
    }

    private HeadUnit headUnit(ResultSet row, StatementContext context) throws SQLException {
        String profile = row.getString("profile");
        return new HeadUnit(row.getLong("id"), row.getString("maker"), row.getString("model"), row.getString("serial"),
                profile, library.get(profile).name(), row.getString("code_place"), row.getString("code_place_note"),
                row.getString("note"), vehicle(row));
    }

    private static @Nullable VehicleRef vehicle(ResultSet row) throws SQLException {
        String plate = row.getString("plate");
        return plate == null
                ? null
                : VehicleRef.of(row.getLong("vehicle_id"), row.getString("make"), row.getString("vehicle_model"), row
                        .getString("generation"), plate);
    }
}
