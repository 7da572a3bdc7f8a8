package org.terminal30.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.backup.Workshop;
import org.terminal30.dashboard.history.Copying;
import org.terminal30.dashboard.registry.Registry;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.dashboard.testing.TestPostgres;
import org.terminal30.testing.NeedsProgram;
import org.terminal30.testing.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Backup and restore, as they are typed, with the registry in PostgreSQL. */
@NeedsProgram("postgres")
class BackupOnPostgresTest {
    private static final long SEED = 92;
    /** More than go into one piece. */
    private static final int MANY = 1_200;
    private static final String ALMERA = """
            {"plate":"%s","make":"Nissan","model":"Almera"}""";

    @TempDir
    private Path folder = Path.of(".");
    private Path file = Path.of(".");
    private Path from = Path.of(".");
    private Path onServer = Path.of(".");
    private String database = "";

    @BeforeEach
    void choose() throws IOException {
        database = TestPostgres.database(folder);
        file = folder.resolve("first.t30");
        from = Files.createDirectory(folder.resolve("from"));
        onServer = folder.resolve("server");
        Files.writeString(folder.resolve("password"), PostgresServer.PASSWORD);
    }

    /** A command for the data folder beside PostgreSQL. */
    private CommandRun onServer(String command, Path about, String site, Path data) {
        return CommandRun.of(Stream.of(command, about, "--quiet", "--data", data, "--site", site, "--registry",
                "postgresql://127.0.0.1:%d/%s".formatted(TestPostgres.server().port(), database),
                "--registry-password-file", folder.resolve("password")).toArray());
    }

    private static Map<String, List<Map<String, Object>>> filled(Workshop workshop) {
        workshop.fillRegistry();
        workshop.fillHistory(SEED, 20);
        workshop.registry().jdbi().useHandle(handle -> {
            handle.execute("""
                    insert into vehicle (id, plate, plate_key, make, model, created_at)
                    values (7, 'A 417 KH', 'A417KH', 'Nissan', 'Terrano', ?)""", Long.MAX_VALUE);
            handle.execute("""
                    insert into saver (id, name, name_key, no_load_volts, diode, diode_volts, hold_floor_volts, retired,
                        entered_by, entered_at)
                    values (3, 'S', 's', 13, 'none', 1e-7, 0.30000000000000004, 0, 'Anna', 0)""");
            for (int i = 0; i < MANY; i++) {
                handle.execute("insert into audit (at, who, what, about, address) values (?, 'A', 'b', 'c', 'd')", i);
            }
        });
        return workshop.rows();
    }

    @Test
    void everyRow_goesFromTheFileIntoPostgres_andBack() {
        Map<String, List<Map<String, Object>>> rows;
        try (Workshop workshop = new Workshop(from)) {
            rows = filled(workshop);
        }
        CommandRun.of("backup", file, "--data", from).succeeded();

        onServer("restore", file, "main", onServer).succeeded();
        try (Registry registry = Registry.open(TestPostgres.site(database, "main"), Registry.Use.COMMAND)) {
            assertThat(Workshop.rows(registry)).isEqualTo(rows);
        }

        Path second = folder.resolve("second.t30");
        Path back = folder.resolve("back");
        onServer("backup", second, "main", onServer).succeeded();
        CommandRun.of("restore", second, "--data", back).succeeded();
        try (Workshop first = new Workshop(from); Workshop last = new Workshop(back)) {
            assertThat(last.rows()).isEqualTo(rows);
            Copying.assertSame(first.history(), last.history(), "seed " + SEED);
        }
    }

    @Test
    void dashboardPutIntoPostgres_goesOnWhereItWas() {
        try (TestDashboard dashboard = TestDashboard.fresh(from)) {
            dashboard.bay("1");
            assertThat(dashboard.manager().post("/api/vehicles", ALMERA.formatted("A 417 KH")).body()).contains(
                    "\"id\":1");
            CommandRun.of("backup", file, "--data", from).succeeded();
        }
        onServer("restore", file, "main", onServer).succeeded();

        try (TestDashboard dashboard = TestDashboard.fresh(onServer, TestPostgres.site(database, "main"))) {
            TestClient anna = dashboard.stranger();
            assertThat(anna.logIn(TestDashboard.MANAGER, TestDashboard.PASSWORD).statusCode()).isEqualTo(303);
            assertThat(anna.get("/api/vehicles").body()).contains("A 417 KH");
            assertThat(anna.post("/api/vehicles", ALMERA.formatted("B 2")).body()).contains("\"id\":2");

            onServer("backup", folder.resolve("beside.t30"), "main", onServer).succeeded();
            assertThat(onServer("restore", file, "main", folder.resolve("elsewhere")).err()).contains(
                    "is in use by another dashboard");
        }
        assertThat(onServer("restore", file, "main", folder.resolve("elsewhere")).err()).contains(
                "the dashboard is not empty");
    }

    @Test
    void backupOfAnotherSite_isRefusedBeforeAnythingIsWritten() {
        try (Workshop workshop = new Workshop(from)) {
            filled(workshop);
        }
        CommandRun.of("backup", file, "--data", from).succeeded();

        CommandRun run = onServer("restore", file, "riga", onServer);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("first.t30 has bays of site main, the registry is that of site riga:"
                + " restore it with --site main");
        try (Registry registry = Registry.open(TestPostgres.site(database, "riga"), Registry.Use.COMMAND)) {
            assertThat(Workshop.rows(registry).values()).allMatch(List::isEmpty);
        }
        assertThat(onServer("restore", file, "Riga", onServer).code()).as("wrong usage").isEqualTo(2);
    }
}
