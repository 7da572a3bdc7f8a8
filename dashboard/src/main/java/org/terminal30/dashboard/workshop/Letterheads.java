package org.terminal30.dashboard.workshop;

import java.time.Clock;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.dashboard.Databases;

/** The workshop's name and address for reports: the newest entry counts, reports keep the one of their time. */
@Singleton
public final class Letterheads {
    private final Jdbi registry;
    private final Clock clock;

    Letterheads(@Named(Databases.REGISTRY) Jdbi registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** The one that counts now; {@link Letterhead#NONE} before the first. */
    public Letterhead current() {
        return registry.withHandle(handle -> handle.createQuery(
                "select name, address from letterhead order by id desc limit 1")
                .map((row, context) -> new Letterhead(row.getString("name"),
                        row.getString("address").lines().toList()))
                .findFirst()).orElse(Letterhead.NONE);
    }

    /** From now on this one counts. */
    public void enter(Letterhead letterhead, String by) {
        registry.useHandle(handle -> handle.createUpdate("""
                insert into letterhead (name, address, entered_by, entered_at) values (:name, :address, :by, :now)""")
                .bind("name", letterhead.name()).bind("address", String.join("\n", letterhead.address()))
                .bind("by", by).bind("now", clock.millis()).execute());
    }
}
