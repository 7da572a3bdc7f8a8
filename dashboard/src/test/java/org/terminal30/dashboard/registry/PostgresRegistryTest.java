package org.terminal30.dashboard.registry;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.TestPostgres;
import org.terminal30.testing.FreePort;
import org.terminal30.testing.NeedsProgram;
import org.terminal30.testing.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@NeedsProgram("postgres")
class PostgresRegistryTest extends RegistryContract {
    private String database = "";
    private Registry registry;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = TestPostgres.database(folder);
        registry = open("riga", Registry.Use.SERVE);
    }

    private Registry open(String site, Registry.Use use) {
        return Registry.open(TestPostgres.site(database, site), use);
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
                select table_name from information_schema.tables
                where table_schema = current_schema() and table_name not like 'flyway%'""").mapTo(String.class).list());
    }

    @Override
    List<String> tablesReferredToBy(String table) {
        return registry.jdbi().withHandle(handle -> handle.createQuery("""
                select distinct confrelid::regclass::text from pg_constraint
                where contype = 'f' and conrelid = to_regclass(:table)""").bind("table", table).mapTo(String.class)
                .list());
    }

    private static long bays(Registry registry) {
        return registry.jdbi().withHandle(handle -> handle.createQuery("select count(*) from bay").mapTo(Long.class)
                .one());
    }

    private static void enterBay(Registry registry) {
        registry.jdbi().useHandle(handle -> handle.execute("insert into bay values ('x', '1', 0)"));
    }

    @Test
    void sitesOfOneDatabase_seeNothingOfEachOther() {
        try (Registry other = open("jelgava", Registry.Use.SERVE)) {
            enterBay(registry);
            assertThat(bays(registry)).isEqualTo(1);
            assertThat(bays(other)).isZero();
            other.jdbi().useTransaction(handle -> registry.jdbi().useTransaction(mine -> {
                enterBay(other);
            }));
            assertThat(bays(other)).as("neither waited for the other").isEqualTo(1);
        }
    }

    @Test
    void secondDashboardOfASite_isRefusedUntilTheFirstEnds() {
        assertThatThrownBy(() -> open("riga", Registry.Use.SERVE)).isInstanceOf(RegistryException.class)
                .hasMessageStartingWith("the registry (site riga in database " + database + " at 127.0.0.1:")
                .hasMessageContaining("is in use by another dashboard, from 127.0.0.1, since 2")
                .hasMessageContaining("stop that dashboard, or give this one a site of its own with --site");
        registry.close();
        open("riga", Registry.Use.SERVE).close();
    }

    @Test
    void commandBesideTheDashboard_worksOnTheSameSite() {
        try (Registry command = open("riga", Registry.Use.COMMAND)) {
            enterBay(command);
        }
        assertThat(bays(registry)).isEqualTo(1);
    }

    @Test
    void tokensOfAnotherSite_areRefused() {
        registry.jdbi().useHandle(handle -> handle.execute(
                "insert into bay_token (hash, site, bay, created_at) values ('h', 'main', '1', 0)"));
        registry.close();
        assertThatThrownBy(() -> open("riga", Registry.Use.SERVE))
                .hasMessageContaining("has tokens for bays of main: put its copy back under --site main");
    }

    @Test
    void wrongPassword_isNamedWithoutIt() {
        PostgresSite right = TestPostgres.site(database, "riga");
        assertThatThrownBy(() -> Registry.open(new PostgresSite(right.url(), right.user(), new Password("guessed"), 2,
                "riga"), Registry.Use.SERVE)).isInstanceOf(RegistryException.class)
                .hasMessageContaining("does not let user \"terminal30\" into database " + database)
                .hasMessageContaining("password file").hasMessageNotContaining("guessed");
        assertThatThrownBy(() -> Registry.open(new PostgresSite(right.url(), right.user(), Password.NONE, 2, "riga"),
                Registry.Use.SERVE)).hasMessageContaining("does not let user");
    }

    @Test
    void databaseThatIsMissing_isNamedWithTheWayToMakeIt() {
        assertThatThrownBy(() -> Registry.open(TestPostgres.site("nowhere", "riga"), Registry.Use.SERVE))
                .hasMessageContaining("there is no database nowhere at 127.0.0.1:")
                .hasMessageContaining("createdb --owner=terminal30 --encoding=UTF8 nowhere");
    }

    @Test
    void serverThatIsMissing_isNamed() {
        String url = "postgresql://127.0.0.1:%d/w".formatted(FreePort.next());
        assertThatThrownBy(() -> Registry.open(new PostgresSite(url, "me", Password.NONE, 2, "riga"),
                Registry.Use.SERVE)).hasMessageContaining("no PostgreSQL answers at 127.0.0.1:");
    }

    @Test
    void userWhoMayNotMakeTheSchema_isTold() {
        PostgresServer server = TestPostgres.server();
        String user = "guest_of_" + database;
        server.psql("postgres", "create user " + user + " password 'guest'");
        PostgresSite right = TestPostgres.site(database, "cesis");
        PostgresSite guest = new PostgresSite(right.url(), user, new Password("guest"), 2, "cesis");
        assertThatThrownBy(() -> Registry.open(guest, Registry.Use.SERVE))
                .hasMessageContaining("may not make the schema site_cesis: grant create on database " + database);

        server.psql("postgres", "grant create on database %s to %s".formatted(database, user));
        Registry.open(guest, Registry.Use.SERVE).close();
    }
}
