package org.terminal30.agent.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The SQLite file behind an outbox. What has been committed survives a power cut at any moment: write-ahead log,
 * synchronous FULL. One agent at a time: the file is locked as long as it is open. Safe for use by several threads; a
 * transaction of one waits for that of the other.
 */
public final class OutboxFile implements AutoCloseable {
    private static final int CACHE_KIBIBYTES = 512;
    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE IF NOT EXISTS record (seq INTEGER PRIMARY KEY AUTOINCREMENT, boot INTEGER, line TEXT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS window (seq INTEGER PRIMARY KEY AUTOINCREMENT, boot INTEGER, line TEXT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS capture (seq INTEGER PRIMARY KEY AUTOINCREMENT, boot INTEGER, line TEXT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS quarantine (seq INTEGER PRIMARY KEY, line TEXT NOT NULL, reason TEXT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS executed (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            "CREATE INDEX IF NOT EXISTS record_held ON record (boot) WHERE boot IS NOT NULL",
            "CREATE INDEX IF NOT EXISTS window_held ON window (boot) WHERE boot IS NOT NULL",
            "CREATE INDEX IF NOT EXISTS capture_held ON capture (boot) WHERE boot IS NOT NULL");

    private final Path path;
    private final Connection connection;

    private OutboxFile(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /**
     * Opens the file, making it and its directory when they are missing.
     *
     * @throws OutboxException when it cannot be written, is not a database, or another agent has it open
     */
    public static OutboxFile open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            var file = new OutboxFile(path, settings().createConnection("jdbc:sqlite:" + path));
            file.prepare();
            return file;
        } catch (IOException | SQLException cause) {
            throw new OutboxException(
                    "cannot open the outbox %s, it must be writable, a SQLite file, and of no other running agent: %s"
                            .formatted(path, cause.getMessage()),
                    cause);
        }
    }

    private static SQLiteConfig settings() {
        var settings = new SQLiteConfig();
        settings.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.setCacheSize(-CACHE_KIBIBYTES);
        return settings;
    }

    private void prepare() throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String table : SCHEMA) {
                statement.execute(table);
            }
            connection.setAutoCommit(false);
        } catch (SQLException cause) {
            connection.close();
            throw cause;
        }
    }

    /** Key and value, for what the bay must find again after a restart. */
    public StateStore state() {
        return new StateStore(this);
    }

    /** The orders that have been carried out. */
    public ExecutedOrders executedOrders() {
        return new ExecutedOrders(this);
    }

    /** Several statements, of which all or none are on disk when this returns. */
    synchronized <T> T transaction(Work<T> work) {
        try {
            try {
                T result = work.run();
                connection.commit();
                return result;
            } finally {
                // After a commit there is nothing to roll back.
                connection.rollback();
            }
        } catch (SQLException cause) {
            throw new OutboxException("cannot write the outbox %s: %s".formatted(path, cause.getMessage()), cause);
        }
    }

    /** Statements of a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs one changing statement inside a transaction and returns the number of rows. */
    int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Inserts one row inside a transaction and returns its number. */
    long insert(String sql, @Nullable Object... values) throws SQLException {
        update(sql, values);
        return number("SELECT last_insert_rowid()");
    }

    /** The number in the first column of the first row, 0 when there is none. */
    long number(String sql, @Nullable Object... values) throws SQLException {
        List<Long> numbers = rows(sql, row -> row.getLong(1), values);
        return numbers.isEmpty() ? 0 : numbers.getFirst();
    }

    <T> List<T> rows(String sql, Reader<T> reader, @Nullable Object... values) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = prepared(sql, values); ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        }
        return rows;
    }

    /** What becomes of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException cause) {
            throw new OutboxException("cannot close the outbox %s: %s".formatted(path, cause.getMessage()), cause);
        }
    }
}
