package org.terminal30.dashboard.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.Databases;

/** The kinds of head units that the workshop has entered itself. */
@Singleton
public final class OwnProfiles {
    /** No shipped profile begins so. */
    static final String PREFIX = "own-";

    private final Jdbi registry;
    private final Clock clock;

    OwnProfiles(@Named(Databases.REGISTRY) Jdbi registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** The id that a kind of this name has: two names that differ in case or punctuation only are one kind. */
    public static String idOf(String name) {
        return PREFIX + name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** In the order of their names. */
    public List<OwnProfile> all() {
        return registry.withHandle(handle -> handle.createQuery("select * from own_profile order by name, id")
                .map(OwnProfiles::profile).list());
    }

    public Optional<OwnProfile> find(String id) {
        return registry.withHandle(handle -> handle.createQuery("select * from own_profile where id = :id")
                .bind("id", id).map(OwnProfiles::profile).findOne());
    }

    /** Enters a kind whose id is not taken; {@code alike} is a shipped profile. */
    public void add(String name, @Nullable String maker, String alike, String source, String by) {
        registry.useHandle(handle -> handle.createUpdate("""
                insert into own_profile (id, name, maker, alike, source, entered_by, entered_at)
                values (:id, :name, :maker, :alike, :source, :by, :now)""").bind("id", idOf(name))
                .bind("name", name.strip()).bind("maker", maker).bind("alike", alike).bind("source", source)
                .bind("by", by).bind("now", clock.millis()).execute());
    }

    /**
     * Forgets a kind with all that was chosen for it.
     *
     * @return false when a head unit is of that kind: nothing is changed
     */
    public boolean forget(String id) {
        return registry.inTransaction(handle -> {
            boolean used = handle.createQuery("select count(*) from head_unit where profile = :id").bind("id", id)
                    .mapTo(Integer.class).one() > 0;
            if (!used) {
                handle.createUpdate("delete from fact_choice where scope = 'profile' and subject = :id").bind("id", id)
                        .execute();
                handle.createUpdate("delete from own_profile where id = :id").bind("id", id).execute();
            }
            return !used;
        });
    }

    private static OwnProfile profile(ResultSet row, StatementContext context) throws SQLException {
        return new OwnProfile(row.getString("id"), row.getString("name"), row.getString("maker"),
                row.getString("alike"), row.getString("source"), row.getString("entered_by"),
                Instant.ofEpochMilli(row.getLong("entered_at")));
    }
}
