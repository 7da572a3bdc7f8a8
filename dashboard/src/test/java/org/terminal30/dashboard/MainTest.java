package org.terminal30.dashboard;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.EventStream;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.testing.ServerProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** The server as a process of its own. */
class MainTest {
    private static final Duration END_BOUND = Duration.ofSeconds(5);
    private static final String PASSWORD = "a long enough one";

    @TempDir
    private Path folder;

    /** Standard output goes to the log, standard error elsewhere. */
    private ServerProcess start(Path out) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" 2>>\"$0\"",
                folder.resolve("err").toString()));
        command.addAll(ServerProcess.java(Main.class.getName(), "--port", "0", "--data", folder.resolve("data")
                .toString()));
        return ServerProcess.start(out, command);
    }

    @Test
    void firstStart_printsTheSetUpLinkAndNothingElse() {
        try (ServerProcess server = start(folder.resolve("out"))) {
            URI link = link(server);
            assertThat(server.lines()).singleElement().asString().matches(
                    "Set-up: http://127\\.0\\.0\\.1:\\d+/setup\\?code=[A-Za-z0-9_-]{43}");
            assertThat(new TestClient(link).get(link.getPath() + "?" + link.getQuery()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void endSignal_endsAServerWithOpenStreamsInTime() {
        ServerProcess server = start(folder.resolve("out"));
        URI link = link(server);
        TestClient anna = new TestClient(link);
        anna.form("/setup", "code", link.getQuery().substring("code=".length()), "name", "Anna", "password", PASSWORD);
        anna.logIn("Anna", PASSWORD);
        try (EventStream first = anna.stream(URI.create("/api/live"), "");
                EventStream second = anna.stream(URI.create("/api/live"), "")) {
            assertThat(first.next(EventStream.COMMENT).data()).isEqualTo("alive");
            assertThat(second.next(EventStream.COMMENT).data()).isEqualTo("alive");
            assertTimeout(END_BOUND, server::stop);
        }
        assertThat(server.isAlive()).isFalse();
    }

    private static URI link(ServerProcess server) {
        return URI.create(server.awaitLine(line -> line.startsWith("Set-up: ")).substring("Set-up: ".length()));
    }

    @Test
    void storeThatThereIsNot_isNamed_andEndsWith2() {
        assertThat(wrong("terminal30.history.store", "postgres")).contains(
                "terminal30.history.store is \"postgres\", must be sqlite or influx");
    }

    @Test
    void influxWithoutAnAddress_isToldWhatIsMissing_andEndsWith2() {
        assertThat(wrong("terminal30.history.store", "influx")).contains("terminal30.history.influx.url is missing");
    }

    /** What a server says that does not start, on standard error. */
    private String wrong(String key, String value) {
        List<String> command = new ArrayList<>(ServerProcess.java("-D" + key + "=" + value, Main.class.getName(),
                "--port", "0", "--data", folder.resolve("data").toString()));
        ServerProcess server = ServerProcess.start(folder.resolve("log"), command);
        assertThat(server.awaitExit()).isEqualTo(2);
        return String.join("\n", server.lines());
    }
}
