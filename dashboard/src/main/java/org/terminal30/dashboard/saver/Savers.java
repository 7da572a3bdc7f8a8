package org.terminal30.dashboard.saver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** The memory savers of the workshop. No two of them are called alike. */
@Singleton
public final class Savers {
    /** More than a workshop has. */
    public static final int MAX_SHOWN = 200;

    private static final String WITH_LATEST_TEST = """
            select saver.*, test.id as test_id, tested_on, amperes, seconds, held_volts, limit_volts, passed,
                test.entered_by as test_by
            from saver left join load_test test on test.id = (
                select id from load_test where load_test.saver = saver.id order by tested_on desc, id desc limit 1)
            """;

    private final Jdbi registry;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone of the workshop: a load test counts until midnight there */
    Savers(@Named(Databases.REGISTRY) Jdbi registry, Clock clock, ZoneId zone) {
        this.registry = registry;
        this.clock = clock;
        this.zone = zone;
    }

    /** Those in use by name, then the retired ones. */
    public List<Saver> all() {
        return registry.withHandle(handle -> handle.createQuery(WITH_LATEST_TEST
                + "order by retired, name_key limit :most").bind("most", MAX_SHOWN).map(this::saver).list());
    }

    public Optional<Saver> find(long id) {
        return registry.withHandle(handle -> find(handle, id));
    }

    /** Enters a saver; empty when another is called so. */
    public Optional<Saver> add(SaverEntry entry, String enteredBy) {
        return registry.inTransaction(handle -> taken(handle, entry, 0)
                ? Optional.empty()
                : find(handle, bound(handle.createUpdate(
                        """
                                insert into saver (name, name_key, no_load_volts, rating_amperes, diode, diode_volts,
                                    hold_floor_volts, remarks, retired, entered_by, entered_at)
                                values (:name, :key, :noLoad, :rating, :diode, :diodeVolts, :floor, :remarks, :retired, :by, :now)"""),
                        entry).bind("by", enteredBy).bind("now", clock.millis()).executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class).one()));
    }

    /** Corrects a saver that is there; empty when another is called so. */
    public Optional<Saver> change(long id, SaverEntry entry) {
        return registry.inTransaction(handle -> {
            if (taken(handle, entry, id)) {
                return Optional.empty();
            }
            bound(handle.createUpdate("""
                    update saver set name = :name, name_key = :key, no_load_volts = :noLoad, rating_amperes = :rating,
                        diode = :diode, diode_volts = :diodeVolts, hold_floor_volts = :floor, remarks = :remarks,
                        retired = :retired
                    where id = :id"""), entry).bind("id", id).execute();
            return find(handle, id);
        });
    }

    /** Its load tests, the newest first. */
    public List<LoadTest> tests(long saver) {
        return registry.withHandle(handle -> handle
                .createQuery(
                        """
                                select id as test_id, tested_on, amperes, seconds, held_volts, limit_volts, passed, entered_by as test_by
                                from load_test where saver = :saver order by tested_on desc, id desc limit :most""")
                .bind("saver", saver).bind("most", MAX_SHOWN).map((row, context) -> test(row)).list());
    }

    /** Enters a load test of a saver that is there, judged by what is known of the saver now; its day is not to come. */
    public void test(Saver saver, LoadTestEntry entry, String enteredBy) {
        double limitVolts = saver.testLimitVolts();
        registry.useHandle(handle -> handle.createUpdate("""
                insert into load_test (saver, tested_on, amperes, seconds, held_volts, limit_volts, passed, entered_by,
                    entered_at)
                values (:saver, :on, :amperes, :seconds, :held, :limit, :passed, :by, :now)""")
                .bind("saver", saver.id()).bind("on", dayOf(entry).toString()).bind("amperes", entry.amperes())
                .bind("seconds", entry.seconds()).bind("held", entry.heldVolts()).bind("limit", limitVolts)
                .bind("passed", entry.passes(limitVolts) ? 1 : 0).bind("by", enteredBy).bind("now", clock.millis())
                .execute());
    }

    /** Today in the workshop's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private LocalDate dayOf(LoadTestEntry entry) {
        LocalDate day = entry.testedOn();
        return day == null ? today() : day;
    }

    private static boolean taken(Handle handle, SaverEntry entry, long except) {
        return handle.createQuery("select count(*) from saver where name_key = :key and id <> :except")
                .bind("key", entry.nameKey()).bind("except", except).mapTo(Integer.class).one() > 0;
    }

    private Optional<Saver> find(Handle handle, long id) {
        return handle.createQuery(WITH_LATEST_TEST + "where saver.id = :id").bind("id", id).map(this::saver).findOne();
    }

    private static Update bound(Update statement, SaverEntry entry) {
        return statement.bind("name", entry.nameAsShown()).bind("key", entry.nameKey())
                .bind("noLoad", entry.unloaded()).bind("rating", entry.ratingAmperes())
                .bind("diode", entry.diodePlace()).bind("diodeVolts", entry.diodeOrUsual())
                .bind("floor", entry.floorOrUsual()).bind("remarks", entry.remarksOrNull())
                .bind("retired", entry.isRetired() ? 1 : 0);
    }

    private Saver saver(ResultSet row, StatementContext context) throws SQLException {
        double rating = row.getDouble("rating_amperes");
        @Nullable
        Double ratingAmperes = row.wasNull() ? null : rating;
        @Nullable
        LoadTest latest = row.getString("tested_on") == null ? null : test(row);
        return new Saver(row.getLong("id"), row.getString("name"), row.getDouble("no_load_volts"), ratingAmperes,
                row.getString("diode"), row.getDouble("diode_volts"), row.getDouble("hold_floor_volts"),
                row.getString("remarks"), row.getBoolean("retired"), latest,
                latest != null && latest.passed() && latest.testedOn().equals(today()));
    }

    private static LoadTest test(ResultSet row) throws SQLException {
        return new LoadTest(row.getLong("test_id"), LocalDate.parse(row.getString("tested_on")),
                row.getDouble("amperes"), row.getInt("seconds"), row.getDouble("held_volts"),
                row.getDouble("limit_volts"), row.getBoolean("passed"), row.getString("test_by"));
    }
}
