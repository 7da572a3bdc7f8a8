package org.terminal30.dashboard;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TokenCommandTest {
    private Path folder;
    private TestDashboard dashboard;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        dashboard = TestDashboard.fresh(folder);
    }

    @AfterAll
    void stop() {
        dashboard.close();
    }

    private record Run(int code, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Run(commandLine.execute(arguments), out.toString(), err.toString());
    }

    private int status(String path, String token) {
        TestClient client = dashboard.stranger();
        return client.send(client.to(path).header("Authorization", "Token " + token).GET()).statusCode();
    }

    @Test
    void aTokenMadeBesideTheRunningServer_opensWhatIsForBaysAndNothingElse() {
        Run run = run("token", "create", "--bay", "1", "--data", folder.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).matches("t30_[A-Za-z0-9_-]{43}\\R");
        String token = run.out().strip();
        assertThat(status("/prometheus", token)).isEqualTo(200);
        assertThat(status("/api/people", token)).isEqualTo(403);
        assertThat(status("/api/me", token)).isEqualTo(403);
        assertThat(status("/prometheus", token + "x")).isEqualTo(401);
    }

    @Test
    void aRevokedToken_isUselessWithinASecond() {
        String token = run("token", "create", "--bay", "2", "--data", folder.toString()).out().strip();
        assertThat(status("/prometheus", token)).isEqualTo(200);
        assertThat(run("token", "revoke", "--bay", "2", "--data", folder.toString()).out()).startsWith(
                "revoked 1 of main/2");
        await().atMost(Duration.ofSeconds(5)).until(() -> status("/prometheus", token) == 401);
    }

    @Test
    void theToken_isNowhereInTheFiles() throws IOException {
        String token = run("token", "create", "--bay", "3", "--data", folder.toString()).out().strip();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(token.substring("t30_".length()));
            }
        }
    }

    @Test
    void aBayThatIsNoName_isRefusedAsWrongUsage() {
        Run run = run("token", "create", "--bay", "Bay 1", "--data", folder.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--bay is \"Bay 1\", must be 1 to 32 of a-z, 0-9 and -");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aFreshFolder_isMadeReadyAndTheServerTakesItOver(@TempDir Path fresh) {
        Path inside = fresh.resolve("data");
        String token = run("token", "create", "--bay", "1", "--data", inside.toString()).out().strip();
        try (TestDashboard later = TestDashboard.fresh(inside)) {
            TestClient client = later.stranger();
            assertThat(client.send(client.to("/prometheus").header("Authorization", "Token " + token).GET())
                    .statusCode()).isEqualTo(200);
        }
    }
}
