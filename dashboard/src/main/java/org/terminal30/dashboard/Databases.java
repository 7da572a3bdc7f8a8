package org.terminal30.dashboard;

import javax.sql.DataSource;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/**
 * The two SQLite files, migrated before anybody gets hold of them. What people enter and what instruments measure are kept
 * apart: a day of windows never holds up a log-in, and either file can be copied by itself.
 */
@Factory
public final class Databases {
    /** Vehicles, visits, jobs, alarms, people, tokens: {@code registry.db}. */
    public static final String REGISTRY = "registry";
    /** Windows and events: {@code history.db}. */
    public static final String HISTORY = "history";

    @Singleton
    @Named(REGISTRY)
    Jdbi registry(@Named(REGISTRY) DataSource registry) {
        return Jdbi.create(registry);
    }

    @Singleton
    @Named(HISTORY)
    Jdbi history(@Named(HISTORY) DataSource history) {
        return Jdbi.create(history);
    }
}
