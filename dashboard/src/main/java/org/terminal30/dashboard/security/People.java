package org.terminal30.dashboard.security;

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

import org.terminal30.dashboard.Databases;

/** The people of the workshop; names are unique whatever their case. Passwords arrive here hashed. */
@Singleton
public final class People {
    private static final String COLUMNS = "id, name, role, active, created_at";

    private final Jdbi registry;
    private final Clock clock;

    People(@Named(Databases.REGISTRY) Jdbi registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** A person with the hash of the password. */
    record Credentials(Person person, String passwordHash) {}

    /** False until the first set-up is done. */
    public boolean hasManager() {
        return registry.withHandle(h -> managers(h) > 0);
    }

    List<Person> all() {
        return registry.withHandle(h -> h.createQuery("select " + COLUMNS + " from person order by lower(name)")
                .map((row, context) -> person(row)).list());
    }

    Optional<Credentials> credentials(String name) {
        return registry.withHandle(
                h -> h.createQuery("select " + COLUMNS + ", password_hash from person where lower(name) = :name").bind(
                        "name", folded(name))
                        .map((row, context) -> new Credentials(person(row), row.getString("password_hash")))
                        .findOne());
    }

    /** Adds the first manager; false when there is one already. */
    boolean addFirstManager(String name, String passwordHash) {
        return registry.inTransaction(h -> managers(h) == 0 && insert(h, name, Role.MANAGER, passwordHash).isPresent());
    }

    /** The new person, or empty when the name is taken. */
    Optional<Person> add(String name, String role, String passwordHash) {
        return registry.inTransaction(h -> insert(h, name, role, passwordHash));
    }

    /** What came of changing a person. */
    enum Change {
        DONE, NO_SUCH_PERSON, LAST_MANAGER
    }

    /** Closes the door to somebody; the last manager stays, or nobody could let people in again. */
    Change deactivate(long id) {
        return registry.inTransaction(h -> {
            Optional<Person> person = byId(h, id);
            if (person.isEmpty()) {
                return Change.NO_SUCH_PERSON;
            }
            Person found = person.get();
            if (found.active() && found.role().equals(Role.MANAGER) && managers(h) == 1) {
                return Change.LAST_MANAGER;
            }
            h.createUpdate("update person set active = 0 where id = :id").bind("id", id).execute();
            return Change.DONE;
        });
    }

    /** Gives somebody another password, and lets them in again if they were deactivated. */
    Change resetPassword(long id, String passwordHash) {
        int changed = registry.withHandle(
                h -> h.createUpdate("update person set password_hash = :hash, active = 1 where id = :id")
                        .bind("hash", passwordHash).bind("id", id).execute());
        return changed == 1 ? Change.DONE : Change.NO_SUCH_PERSON;
    }

    private Optional<Person> insert(Handle h, String name, String role, String passwordHash) {
        int added = h.createUpdate("""
                insert into person (name, role, password_hash, created_at) values (:name, :role, :hash, :now)
                on conflict do nothing""").bind("name", name).bind("role", role).bind("hash", passwordHash)
                .bind("now", clock.millis()).execute();
        return added == 0
                ? Optional.empty()
                : h.createQuery("select " + COLUMNS + " from person where lower(name) = :name")
                        .bind("name", folded(name)).map((row, context) -> person(row)).findOne();
    }

    private static Optional<Person> byId(Handle h, long id) {
        return h.createQuery("select " + COLUMNS + " from person where id = :id").bind("id", id).map((row,
                context) -> person(row)).findOne();
    }

    private static int managers(Handle h) {
        return h.createQuery("select count(*) from person where active = 1 and role = :role").bind("role",
                Role.MANAGER).mapTo(Integer.class).one();
    }

    /** As both databases fold names: A to Z count as a to z, and every other letter as itself. */
    private static String folded(String name) {
        return name.chars().map(c -> c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c).collect(StringBuilder::new,
                StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(row.getLong("id"), row.getString("name"), row.getString("role"), row.getBoolean("active"),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }
}
