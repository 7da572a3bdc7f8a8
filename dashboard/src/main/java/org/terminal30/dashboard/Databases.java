package org.terminal30.dashboard;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.history.sqlite.SqliteHistory;
import org.terminal30.dashboard.history.sqlite.SqliteSnapshot;
import org.terminal30.dashboard.registry.Registry;

/**
 * The two databases, migrated before anybody gets hold of them. What people enter and what instruments measure are kept
 * apart: a day of windows never holds up a log-in, and each can be kept where it fits.
 */
@Factory
public final class Databases {
    /** Vehicles, visits, jobs, alarms, people, tokens; opened before everything else. */
    public static final String REGISTRY = "registry";
    /** Windows and events: {@code history.db}. */
    public static final String HISTORY = "history";

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    /**
     * Makes a new file of the history one that can give room back to the disk, which has to be said before anything is in it. An older
     * file keeps its size and fills its own room first.
     */
    static void prepareHistory(Path folder) {
        Path file = folder.resolve(HISTORY + ".db");
        if (!Files.exists(file)) {
            Jdbi.create("jdbc:sqlite:" + file).useHandle(handle -> {
                handle.execute("pragma auto_vacuum = incremental");
                handle.execute("vacuum");
            });
        }
    }

    /** The history for a command while no dashboard runs, as the server opens it; to be closed. */
    static SqliteHistory openHistory(Path folder) {
        return new SqliteHistory(historyFile(folder));
    }

    /** What the history has now, whoever has it open. */
    static HistorySnapshot historySnapshot(Path folder) {
        return SqliteSnapshot.of(historyFile(folder));
    }

    private static Jdbi historyFile(Path folder) {
        prepareHistory(folder);
        String url = "jdbc:sqlite:" + folder.resolve(HISTORY + ".db") + "?journal_mode=WAL&synchronous=FULL"
                + "&foreign_keys=true&busy_timeout=" + BUSY_TIMEOUT_MILLIS + "&transaction_mode=IMMEDIATE";
        Flyway.configure().dataSource(url, null, null).locations("classpath:db/" + HISTORY).load().migrate();
        return Jdbi.create(url);
    }

    @Singleton
    @Named(REGISTRY)
    Jdbi registry(Registry registry) {
        return registry.jdbi();
    }

    @Singleton
    @Named(HISTORY)
    Jdbi history(@Named(HISTORY) DataSource history) {
        return Jdbi.create(history);
    }
}
