package org.terminal30.dashboard;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.dashboard.testing.TestPostgres;
import org.terminal30.testing.FreePort;
import org.terminal30.testing.NeedsProgram;
import org.terminal30.testing.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The options that say where the registry is. */
class RegistryOptionsTest {
    private static final int WRONG_USAGE = 2;
    private static final int FAILED = 1;

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {}

    private Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.toString()));
        return new Run(commandLine.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private static void assertRefused(Run run, String fault) {
        assertThat(run.code()).as(run.err()).isEqualTo(WRONG_USAGE);
        assertThat(run.err()).contains(fault);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void addressThatIsNone_isWrongUsageOfEveryCommand() {
        assertRefused(run("--registry", "mysql://db/w"), "--registry is \"mysql://db/w\"");
        assertRefused(run("token", "create", "--bay", "1", "--registry", "mysql://db/w"), "must be postgresql://");
        assertRefused(run("--registry", "postgresql://db/w", "--registry-connections", "0"),
                "--registry-connections is 0, must be 1 to 64");
        assertRefused(run("token", "create", "--bay", "1", "--site", "Riga"), "--site is \"Riga\"");
    }

    @Test
    void passwordFileThatIsMissingOrEmpty_isWrongUsage() throws IOException {
        Path file = folder.resolve("password");
        String[] arguments = {"--registry", "postgresql://127.0.0.1:1/w", "--registry-password-file", file.toString()};
        assertRefused(run(arguments), "--registry-password-file " + file + " cannot be read");
        Files.writeString(file, "\nsecret\n");
        assertRefused(run(arguments), "is empty, must have the password in its first line");
    }

    @Test
    void bayOfAnotherSite_isNotHostedBesideASharedRegistry() throws IOException {
        Files.writeString(folder.resolve("trace.csv"), "time_s,onboard_volts\n0,12.5\n");
        Path bay = folder.resolve("bay.toml");
        Files.writeString(bay, """
                site = "main"
                bay = "1"
                state = "bay"
                [source]
                type = "replay"
                file = "trace.csv"
                columns = { onboard = "onboard_volts" }
                """);
        Run run = run("--registry", "postgresql://127.0.0.1:1/w", "--site", "riga", "--local-bay", bay.toString());
        assertRefused(run, "site is \"main\", the dashboard's --site is \"riga\"");
    }

    @Test
    void serverThatDoesNotAnswer_failsTheStartWithASentence() {
        int port = FreePort.next();
        Run run = run("--registry", "postgresql://127.0.0.1:" + port + "/chain", "--site", "riga");
        assertThat(run.code()).isEqualTo(FAILED);
        assertThat(run.err()).contains("the registry (site riga in database chain at 127.0.0.1:" + port
                + ") cannot be opened: no PostgreSQL answers");
    }

    @Test
    @NeedsProgram("postgres")
    void tokenMadeBesideTheRunningDashboard_opensItsSiteAlone(@TempDir Path other) throws IOException {
        Path password = folder.resolve("password");
        Files.writeString(password, PostgresServer.PASSWORD + "\n");
        String database = TestPostgres.database(folder);
        String[] create = {"token", "create", "--bay", "1", "--site", "riga", "--registry",
                "postgresql://127.0.0.1:%d/%s".formatted(TestPostgres.server().port(), database),
                "--registry-password-file", password.toString()};
        try (TestDashboard riga = TestDashboard.fresh(folder, TestPostgres.site(database, "riga"));
                TestDashboard cesis = TestDashboard.fresh(other, TestPostgres.site(database, "cesis"))) {
            Run run = run(create);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(status(riga, run.out().strip())).isEqualTo(200);
            assertThat(status(cesis, run.out().strip())).isEqualTo(401);
            assertThat(riga.manager().post("/api/vehicles", """
                    {"plate":"A 417 KH","make":"Nissan","model":"Almera"}""").statusCode()).isEqualTo(201);
            assertThat(cesis.server().setUpLink()).as("nobody is known at the other site").isPresent();
            assertThat(cesis.manager().get("/api/vehicles").body()).doesNotContain("A 417 KH");
        }
    }

    private static int status(TestDashboard dashboard, String token) {
        TestClient client = dashboard.stranger();
        return client.send(client.to("/prometheus").header("Authorization", "Token " + token).GET()).statusCode();
    }
}
