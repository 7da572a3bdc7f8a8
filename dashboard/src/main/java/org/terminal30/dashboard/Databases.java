package org.terminal30.dashboard;

import java.nio.file.Path;
import javax.sql.DataSource;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

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

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    /** The registry for a command beside the server, migrated like the server's; one connection at a time. */
    static Jdbi openRegistry(Path folder) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve(REGISTRY + ".db"));
        Flyway.configure().dataSource(source).locations("classpath:db/" + REGISTRY).load().migrate();
        return Jdbi.create(source);
    }

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
