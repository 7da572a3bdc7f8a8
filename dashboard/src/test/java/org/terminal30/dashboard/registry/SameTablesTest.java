package org.terminal30.dashboard.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.TestPostgres;
import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;

/** However each database got there: after all migrations both have the same columns, keys, uniqueness and versions. */
@NeedsProgram("postgres")
class SameTablesTest {
    private static final String SQLITE_COLUMNS = """
            select t.name || '.' || c.name || ' ' || lower(c.type) || case when c."notnull" or c.pk > 0 then ' not null' else '' end
            from sqlite_schema t, pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'flyway%'""";
    private static final String POSTGRES_COLUMNS = """
            select table_name || '.' || column_name || ' '
                || case data_type when 'bigint' then 'integer' when 'double precision' then 'real' else data_type end
                || case is_nullable when 'NO' then ' not null' else '' end
            from information_schema.columns where table_schema = current_schema() and table_name not like 'flyway%'""";
    /** A primary key of SQLite that is the rowid has no index. */
    private static final String SQLITE_UNIQUE = """
            select t.name || '(' || (select group_concat(name, ',') from pragma_index_info(i.name)) || ')'
                || case i.partial when 1 then ' ' || substr(x.sql, instr(x.sql, 'where')) else '' end
            from sqlite_schema t, pragma_index_list(t.name) i left join sqlite_schema x on x.name = i.name
            where t.type = 'table' and t.name not like 'flyway%' and i."unique" = 1
            union all
            select t.name || '(' || c.name || ')' from sqlite_schema t, pragma_table_info(t.name) c
            where t.type = 'table' and t.name not like 'flyway%' and c.pk > 0 and c.type = 'INTEGER'
                and not exists (select 1 from pragma_index_list(t.name) where origin = 'pk')""";
    private static final String POSTGRES_UNIQUE = """
            select c.relname || '(' || (select string_agg(regexp_replace(pg_get_indexdef(i.indexrelid, k, true),
                        '^lower\\((.*)\\)$', '\\1'), ',' order by k)
                    from generate_series(1, i.indnatts) k) || ')'
                || coalesce(' where ' || lower(pg_get_expr(i.indpred, i.indrelid, true)), '')
            from pg_index i join pg_class c on c.oid = i.indrelid
            where c.relnamespace = to_regnamespace(current_schema()::text) and c.relname not like 'flyway%' and i.indisunique""";
    private static final String SQLITE_REFERENCES = """
            select t.name || '.' || f."from" || ' ' || f."table" from sqlite_schema t, pragma_foreign_key_list(t.name) f
            where t.type = 'table'""";
    private static final String POSTGRES_REFERENCES = """
            select conrelid::regclass || '.' || attname || ' ' || confrelid::regclass
            from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
            where contype = 'f' and connamespace = to_regnamespace(current_schema()::text)""";
    private static final String VERSION = """
            select version from flyway_schema_history where success order by installed_rank desc limit 1""";

    private static Set<String> lines(Handle handle, String query) {
        return new TreeSet<>(handle.createQuery(query).mapTo(String.class).list());
    }

    @Test
    void bothDatabases_endWithTheSameTables(@TempDir Path folder) {
        try (Registry sqlite = Registry.open(RegistryPlace.in(folder), Registry.Use.SERVE);
                Registry postgres = Registry.open(TestPostgres.site(TestPostgres.database(folder), "main"),
                        Registry.Use.SERVE)) {
            sqlite.jdbi().useHandle(here -> postgres.jdbi().useHandle(there -> {
                assertThat(lines(there, POSTGRES_COLUMNS)).isEqualTo(lines(here, SQLITE_COLUMNS))
                        .contains("vehicle.plate text not null", "saver.diode_volts real not null",
                                "job.vehicle integer");
                assertThat(lines(there, POSTGRES_UNIQUE)).isEqualTo(lines(here, SQLITE_UNIQUE))
                        .contains("person(name)", "person(id)", "fitting(vehicle) where removed_on is null");
                assertThat(lines(there, POSTGRES_REFERENCES)).isEqualTo(lines(here, SQLITE_REFERENCES))
                        .contains("job.head_unit head_unit");
                assertThat(List.copyOf(lines(there, VERSION))).isEqualTo(List.copyOf(lines(here, VERSION)));
            }));
        }
    }
}
