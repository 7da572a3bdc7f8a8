package org.terminal30.dashboard.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The registry of one site in PostgreSQL. */
final class PostgresRegistry implements Registry {
    private final PostgresSite site;
    private final HikariDataSource pool;
    private final @Nullable SiteWatch watch;
    private final Jdbi jdbi;

    private PostgresRegistry(PostgresSite site, @Nullable SiteLock lock) {
        this.site = site;
        this.pool = PostgresConnections.pool(site);
        this.watch = lock == null ? null : new SiteWatch(lock, site, this::forgetConnections);
        this.jdbi = Jdbi.create(this::connection);
        jdbi.setTransactionHandler(new OneWriter());
    }

    static Registry open(PostgresSite site, Use use) {
        PGSimpleDataSource patient = PostgresConnections.patient(site);
        try (Connection connection = patient.getConnection()) {
            OpeningFault.refuseUnfit(connection, site);
            makeSchema(connection, site.schema());
        } catch (SQLException failure) {
            throw OpeningFault.of(failure, site);
        }
        @Nullable
        SiteLock lock = use == Use.SERVE ? taken(site) : null;
        PostgresRegistry registry = new PostgresRegistry(site, lock);
        try {
            Migrations.ofPostgres(patient, site.schema(), site.toString());
            registry.serve();
            return registry;
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    private static void makeSchema(Connection connection, String schema) throws SQLException {
        try (PreparedStatement there = connection.prepareStatement("select to_regnamespace(?) is not null")) {
            there.setString(1, schema);
            try (ResultSet row = there.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    return;
                }
            }
        }
        try (PreparedStatement make = connection.prepareStatement("create schema if not exists " + schema)) {
            make.execute();
        }
    }

    private static SiteLock taken(PostgresSite site) {
        SiteLock lock = new SiteLock(PostgresConnections.prompt(site), site);
        try {
            lock.take().ifPresent(other -> {
                throw new RegistryException(
                        "the registry (%s) is in use by %s: stop that dashboard, or give this one a site of its own with --site"
                                .formatted(site, other));
            });
            return lock;
        } catch (SQLException failure) {
            throw OpeningFault.of(failure, site);
        }
    }

    private void serve() {
        if (watch != null) {
            refuseForeignBays();
            watch.start();
        }
    }

    /** Put back from another site's copy they would write under that site's name, into a history that may be shared. */
    private void refuseForeignBays() {
        List<String> foreign = jdbi.withHandle(handle -> handle.createQuery("""
                select distinct site from bay_token where site <> :site order by site""").bind("site", site.site())
                .mapTo(String.class).list());
        if (!foreign.isEmpty()) {
            throw new RegistryException("the registry (%s) has tokens for bays of %s: put its copy back under --site %s"
                    .formatted(site, String.join(", ", foreign), foreign.getFirst()));
        }
    }

    private Connection connection() throws SQLException {
        trouble().ifPresent(why -> {
            throw new RegistryAwayException(why, null);
        });
        try {
            return pool.getConnection();
        } catch (SQLException failure) {
            if (RegistryAwayException.isBehind(failure)) {
                throw new RegistryAwayException(RegistryAwayException.SENTENCE, failure);
            }
            throw failure;
        }
    }

    /** Those of before a restart of the server are dead. */
    private void forgetConnections() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public Optional<String> trouble() {
        return watch == null ? Optional.empty() : watch.trouble();
    }

    @Override
    public Optional<String> onlySite() {
        return Optional.of(site.site());
    }

    @Override
    public void idsWerePutIn() {
        jdbi.useTransaction(handle -> handle.createQuery("""
                select table_name from information_schema.columns
                where table_schema = current_schema() and column_name = 'id' and is_identity = 'YES'""")
                .mapTo(String.class).list().forEach(table -> handle.createQuery("""
                        select setval(pg_get_serial_sequence(:table, 'id'), coalesce(max(id), 0) + 1, false) from\s"""
                        + table).bind("table", table).mapTo(Long.class).one()));
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        pool.close();
    }
}
