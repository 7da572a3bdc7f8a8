package org.terminal30.dashboard.registry;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a registry to the newest version. Both databases have the same versions, in folders of their own. */
final class Migrations {
    private Migrations() {
    }

    static void ofSqlite(DataSource file, String name) {
        migrate(Flyway.configure().dataSource(file).locations("classpath:db/registry/sqlite"), name);
    }

    static void ofPostgres(DataSource database, String schema, String name) {
        migrate(Flyway.configure().dataSource(database).locations("classpath:db/registry/postgresql")
                .schemas(schema).defaultSchema(schema).createSchemas(false), name);
    }

    private static void migrate(FluentConfiguration configuration, String name) {
        try {
            configuration.load().migrate();
        } catch (FlywayException broken) {
            throw new RegistryException("the registry (%s) cannot be brought to the version of this program"
                    .formatted(name), broken);
        }
    }
}
