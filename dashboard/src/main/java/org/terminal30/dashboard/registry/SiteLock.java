package org.terminal30.dashboard.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * The right of one dashboard to a site: an advisory lock, held by a connection of its own. The server gives it back by itself
 * when that connection ends, however it ends. Used by one thread at a time.
 */
final class SiteLock implements AutoCloseable {
    /** Tells our advisory locks from those of others; the second number is the schema's. */
    private static final int LOCK_CLASS = 30_001;
    private static final int ANSWER_SECONDS = 2;

    private final DataSource source;
    private final PostgresSite site;
    private @Nullable Connection held;

    SiteLock(DataSource source, PostgresSite site) {
        this.source = source;
        this.site = site;
    }

    /** Asks the server, and waits {@value #ANSWER_SECONDS} s for the answer. */
    boolean isHeld() throws SQLException {
        Connection connection = held;
        return connection != null && connection.isValid(ANSWER_SECONDS);
    }

    /**
     * Takes the lock, on a new connection.
     *
     * @return who has it, when that is somebody else
     * @throws SQLException when the server cannot be asked
     */
    Optional<String> take() throws SQLException {
        close();
        Connection connection = source.getConnection();
        try {
            if (taken(connection)) {
                held = connection;
                return Optional.empty();
            }
            String holder = holder(connection);
            connection.close();
            return Optional.of(holder);
        } catch (SQLException e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }

    private boolean taken(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select pg_try_advisory_lock(?, to_regnamespace(?)::oid::int)")) {
            statement.setInt(1, LOCK_CLASS);
            statement.setString(2, site.schema());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private String holder(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                """
                        select coalesce(host(client_addr), 'the same machine'), pid, to_char(backend_start, 'YYYY-MM-DD HH24:MI')
                        from pg_locks join pg_stat_activity using (pid)
                        where locktype = 'advisory' and granted and classid = ?
                            and objid = to_regnamespace(?)::oid and database =
                                (select oid from pg_database where datname = current_database())""")) {
            statement.setInt(1, LOCK_CLASS);
            statement.setString(2, site.schema());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? "another dashboard, from %s, since %s (process %d of the server)".formatted(row.getString(1),
                                row.getString(3), row.getInt(2))
                        : "another dashboard";
            }
        }
    }

    /** Gives the site back; nothing happens when it is not held. */
    @Override
    public void close() throws SQLException {
        Connection connection = held;
        held = null;
        if (connection != null) {
            connection.close();
        }
    }
}
