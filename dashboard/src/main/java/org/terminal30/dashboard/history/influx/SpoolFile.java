package org.terminal30.dashboard.history.influx;

import java.nio.file.Path;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The file of the spool, {@code spool.db}: what is committed is on disk. */
final class SpoolFile implements AutoCloseable {
    private static final int CONNECTIONS = 3;

    private final HikariDataSource source;

    /** Opens it, and makes it where it is missing. */
    SpoolFile(Path folder) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("spool");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setJdbcUrl("jdbc:sqlite:" + folder.resolve("spool.db")
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000&transaction_mode=IMMEDIATE");
        source = new HikariDataSource(config);
        Flyway.configure().dataSource(source).locations("classpath:db/spool").load().migrate();
    }

    Jdbi jdbi() {
        return Jdbi.create(source);
    }

    @Override
    public void close() {
        source.close();
    }
}
