package org.terminal30.dashboard.registry;

import java.time.Duration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to one site: whatever they are asked, they see its schema alone. */
final class PostgresConnections {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    /** Longer than any answer of the registry takes; a request waits no longer for a server that fell silent. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    /** As SQLite's busy_timeout. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);
    /** The server gives up a dashboard whose machine died without a word, and with it the site, after a minute. */
    private static final String DEAD_PEER = "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);

    private PostgresConnections() {
    }

    /** For the migrations: as patient as they need. */
    static PGSimpleDataSource patient(PostgresSite site) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(site.jdbcUrl());
        source.setUser(site.user());
        if (!site.password().equals(Password.NONE)) {
            source.setPassword(site.password().text());
        }
        source.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
        source.setTcpKeepAlive(true);
        source.setCurrentSchema(site.schema());
        source.setApplicationName("terminal30 " + site.site());
        return source;
    }

    /** For the lock, and for everything that people and bays wait for. */
    static PGSimpleDataSource prompt(PostgresSite site) {
        PGSimpleDataSource source = patient(site);
        source.setSocketTimeout((int) ANSWER_TIMEOUT.toSeconds());
        source.setOptions("-c lock_timeout=%d %s".formatted(LOCK_TIMEOUT.toMillis(), DEAD_PEER));
        return source;
    }

    /** Connects at the first use. */
    static HikariDataSource pool(PostgresSite site) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("registry");
        config.setDataSource(prompt(site));
        config.setMaximumPoolSize(site.connections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        config.setKeepaliveTime(KEEP_ALIVE.toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
