package org.terminal30.dashboard.history.sqlite;

import java.nio.file.Path;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The file of a history in a folder, as the server opens it. */
public final class HistoryFile {
    private static final int CONNECTIONS = 4;

    private HistoryFile() {
    }

    public static Jdbi open(Path folder) {
        Jdbi jdbi = unmigrated(folder);
        migrate(folder, "latest");
        return jdbi;
    }

    /** With connections that stay open, as the server's do. */
    public static HikariDataSource pool(Path folder) {
        migrate(folder, "latest");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(folder));
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    /** Puts everything that waits into blocks, now. */
    public static void sealAll(SqliteHistory history) {
        history.sealAll();
    }

    static Jdbi unmigrated(Path folder) {
        return Jdbi.create(url(folder));
    }

    static void migrate(Path folder, String version) {
        Flyway.configure().dataSource(url(folder), null, null).locations("classpath:db/history").target(version).load()
                .migrate();
    }

    private static String url(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("history.db")
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000&transaction_mode=IMMEDIATE";
    }
}
