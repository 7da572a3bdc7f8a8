package org.terminal30.dashboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.backup.Workshop;
import org.terminal30.dashboard.history.Copying;
import org.terminal30.dashboard.testing.FakeBay;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.testing.ServerProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The commands that take the workshop's data out and in, as they are typed. */
class BackupCommandTest {
    private static final String HISTORY = "/api/bays/1/history?channel=onboard&from=2025-11-21T00:00:00Z&to=2025-11-21T00:01:00Z";
    private static final int KILLS = 3;

    @TempDir
    private Path folder = Path.of(".");

    private static CommandRun run(Object... words) {
        return CommandRun.of(words);
    }

    private static void measure(FakeBay bay) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            lines.append("voltage,site=main,bay=1,channel=onboard min=12.5,max=12.7,sum=12.6,n=1i ")
                    .append(1_763_683_200_000_000_000L + i * 100_000_000L).append('\n');
        }
        assertThat(bay.write(lines.toString()).statusCode()).isEqualTo(204);
    }

    @Test
    void backupOfARunningDashboard_isTheSameDashboardSomewhereElse() throws IOException {
        Path from = Files.createDirectory(folder.resolve("from"));
        Path file = folder.resolve("backup.t30");
        String measured;
        try (TestDashboard dashboard = TestDashboard.fresh(from)) {
            TestClient anna = dashboard.manager();
            measure(dashboard.bay("1"));
            measured = anna.get(HISTORY).body();

            CommandRun backup = run("backup", file, "--data", from);
            assertThat(backup.code()).as(backup.err()).isZero();
            assertThat(backup.out()).contains("300 windows and coarser cells");
            assertThat(backup.err()).contains("Verifying: 100 %");
            assertThat(run("backup", file, "--data", from).err()).contains("is there already");
            CommandRun refused = run("restore", file, "--data", from);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("runs: stop it before a backup is put back");
        }
        Path to = folder.resolve("to");
        CommandRun restore = run("restore", file, "--data", to, "--quiet");
        assertThat(restore).isEqualTo(new CommandRun(0, "", ""));
        try (TestDashboard dashboard = TestDashboard.fresh(to)) {
            TestClient anna = dashboard.stranger();
            assertThat(anna.logIn(TestDashboard.MANAGER, TestDashboard.PASSWORD).statusCode()).isEqualTo(303);
            assertThat(measured).contains("12.5");
            assertThat(anna.get(HISTORY).body()).isEqualTo(measured);
        }
        assertThat(run("restore", file, "--data", to).err()).contains("the dashboard is not empty");
    }

    @Test
    void killedAtAnyMoment_bothGoOn() throws IOException, InterruptedException {
        long seed = 81;
        Random random = new Random(seed);
        Path from = folder.resolve("from");
        Path to = folder.resolve("to");
        Path file = folder.resolve("backup.t30");
        try (Workshop workshop = new Workshop(from)) {
            workshop.fillRegistry();
            workshop.fillHistory(seed, 300);
        }
        killedWhile(from.resolveSibling("backup.t30.part"), random, "backup", file.toString(), "--data", from
                .toString());
        killedWhile(to.resolve("restore.part"), random, "restore", file.toString(), "--data", to.toString());

        try (Workshop expected = new Workshop(from); Workshop found = new Workshop(to)) {
            Copying.assertSame(expected.history(), found.history(), "seed " + seed);
            assertThat(found.rows()).isEqualTo(expected.rows());
        }
    }

    /** Killed a few times when it has begun, then left alone to its end. */
    private void killedWhile(Path begun, Random random, String... command) throws InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            try (ServerProcess process = start(kill, command)) {
                await().atMost(ServerProcess.READY_BOUND).until(() -> Files.exists(begun) || !process.isAlive());
                TimeUnit.MILLISECONDS.sleep(random.nextLong(1_000));
                process.kill();
            }
        }
        try (ServerProcess process = start(KILLS, command)) {
            // What was complete before the last kill is refused, by name.
            assertThat(process.awaitExit() == 0 || process.lines().toString().matches(
                    ".*(is there already|is not empty).*")).as(process.lines().toString()).isTrue();
        }
    }

    private ServerProcess start(int number, String... command) {
        return ServerProcess.start(folder.resolve(command[0] + number), ServerProcess.java(Main.class.getName(),
                command));
    }

    @Test
    void exportAndImport_areWhatWasMeasured() throws IOException {
        Path data = folder.resolve("data");
        try (Workshop workshop = new Workshop(data)) {
            workshop.registry().jdbi().useHandle(handle -> handle.execute("""
                    insert into vehicle (id, plate, plate_key, make, model, created_at)
                    values (1, 'A417KH', 'A417KH', 'Nissan', 'Terrano', 0)"""));
        }
        StringBuilder rows = new StringBuilder("time_s,onboard\n");
        for (int i = 0; i < 1_000; i++) {
            rows.append(i / 100.0).append(i > 500 && i < 600 ? ",0.5\n" : ",12.5\n");
        }
        Path trace = Files.writeString(folder.resolve("drive.csv"), rows, StandardCharsets.UTF_8);

        assertThat(run("import", trace, "--vehicle", "A417KH", "--data", data).err()).contains(
                "drive.csv: its times have no date");
        CommandRun first = run("import", trace, "--vehicle", "a 417 kh", "--start", "2026-03-04T10:00:00Z", "--data",
                data);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("100 windows");
        assertThat(run("import", trace, "--vehicle", "A417KH", "--start", "2026-03-04T10:00:00Z", "--data", data).out())
                .contains("nothing has changed");
        assertThat(run("import", trace, "--vehicle", "B1", "--start", "2026-03-04T10:00:00Z", "--data", data).err())
                .contains("no vehicle has the plate \"B1\"");

        Path csv = folder.resolve("out.csv");
        CommandRun export = run("export", csv, "--vehicle", "A417KH", "--from", "2026-03-04T00:00:00Z", "--to",
                "2026-03-05T00:00:00Z", "--data", data);
        assertThat(export.code()).as(export.err()).isZero();
        assertThat(Files.readAllLines(csv)).hasSize(101);
        Path events = folder.resolve("events.csv");
        run("export", events, "--vehicle", "A417KH", "--from", "2026-03-04T00:00:00Z", "--to", "2026-03-05T00:00:00Z",
                "--data", data, "--format", "events", "--quiet");
        assertThat(Files.readString(events)).contains(",interruption,");
        assertThat(run("export", csv, "--from", "x", "--to", "y", "--bay", "1", "--data", data).code()).isEqualTo(2);
        assertThat(run("export", csv, "--from", "2026-03-04T00:00:00Z", "--to", "2026-03-05T00:00:00Z", "--data", data)
                .err()).contains("either --vehicle or --bay must be given");
    }

    @Test
    void wrongUsage_isToldApartFromFailure() {
        assertThat(run("backup").code()).isEqualTo(2);
        CommandRun nowhere = run("backup", folder.resolve("x"), "--data", folder.resolve("none"));
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err()).contains("is not there: choose the dashboard's with --data");
        CommandRun none = run("restore", folder.resolve("none.t30"), "--data", folder.resolve("fresh"));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("none.t30 is not there");
    }
}
