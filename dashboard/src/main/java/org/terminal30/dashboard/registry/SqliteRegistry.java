package org.terminal30.dashboard.registry;

import java.nio.file.Path;
import java.util.Optional;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;

/** The registry in a file. */
final class SqliteRegistry implements Registry {
    /** A writer has the file to itself from its first statement on: what it has looked at stays true until it commits. */
    private static final String OPTIONS = "?journal_mode=WAL&synchronous=FULL&foreign_keys=true&busy_timeout=5000"
            + "&transaction_mode=IMMEDIATE";
    private static final int CONNECTIONS = 4;

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private SqliteRegistry(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    static Registry open(Path file) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("registry");
        config.setJdbcUrl("jdbc:sqlite:" + file + OPTIONS);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Migrations.ofSqlite(pool, file.toString());
            return new SqliteRegistry(pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    @Override
    public Jdbi jdbi() {
        return jdbi;
    }

    /** A file does not go away. */
    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public Optional<String> onlySite() {
        return Optional.empty();
    }

    /** SQLite takes the highest id there is and adds one. */
    @Override
    public void idsWerePutIn() {
    }

    @Override
    public void close() {
        pool.close();
    }
}
