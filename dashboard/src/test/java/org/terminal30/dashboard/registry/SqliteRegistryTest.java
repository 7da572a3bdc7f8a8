package org.terminal30.dashboard.registry;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteRegistryTest extends RegistryContract {
    @TempDir
    private Path folder;
    private Registry registry;

    @BeforeEach
    void open() {
        registry = Registry.open(RegistryPlace.in(folder), Registry.Use.SERVE);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Override
    Registry registry() {
        return registry;
    }

    @Override
    List<String> tables() {
        return registry.jdbi().withHandle(handle -> handle.createQuery("""
                select name from sqlite_schema where type = 'table' and name not like 'flyway%'""").mapTo(String.class)
                .list());
    }

    @Override
    List<String> tablesReferredToBy(String table) {
        return registry.jdbi().withHandle(handle -> handle.createQuery(
                "select distinct \"table\" from pragma_foreign_key_list(:table)").bind("table", table)
                .mapTo(String.class).list());
    }
}
