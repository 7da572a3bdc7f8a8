package org.terminal30.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.security.BayTokens;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.testing.FreePort;

/** The packaged dashboard as a process of its own. */
final class DashboardProcess implements AutoCloseable {
    private static final Path JAR = Path.of("dashboard/target/terminal30-dashboard.jar");
    private static final long LOOK_MILLIS = 5;
    private static final String PASSWORD = "a long enough one";

    private final Process process;
    private final URI uri;
    private final Path data;

    private DashboardProcess(Process process, URI uri, Path data) {
        this.process = process;
        this.uri = uri;
        this.data = data;
    }

    /** Returns when it has shown its log-in page. {@code options} are those of its JVM. */
    static DashboardProcess start(Path data, List<String> options) throws IOException, InterruptedException {
        int port = FreePort.next();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString(), "--data", data.toString(), "--port", Integer.toString(port)));
        Process process = new ProcessBuilder(command).redirectError(
                ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile())).start();
        DashboardProcess dashboard = new DashboardProcess(process, URI.create("http://127.0.0.1:" + port), data);
        dashboard.awaitPage();
        return dashboard;
    }

    private void awaitPage() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (process.isAlive()) {
                try {
                    http.send(HttpRequest.newBuilder(uri.resolve("/login")).build(), BodyHandlers.ofString());
                    return;
                } catch (ConnectException notYet) {
                    Thread.sleep(LOOK_MILLIS);
                }
            }
        }
        throw new IllegalStateException("the dashboard ended with %d, see %s".formatted(process.exitValue(),
                data.resolve("log")));
    }

    URI uri() {
        return uri;
    }

    URI write() {
        return uri.resolve("/api/v2/write?bucket=terminal30&precision=ns");
    }

    ProcessFigures figures() throws IOException {
        return ProcessFigures.of(process.pid());
    }

    /** A token of a bay of the site {@code main}. */
    String token(String bay) {
        return new BayTokens(Jdbi.create("jdbc:sqlite:" + data.resolve("registry.db")), Clock.systemUTC())
                .create(new BayId("main", bay));
    }

    /** Sets a new dashboard up; the browser of its manager. */
    TestClient manager() throws IOException {
        try (BufferedReader said = process.inputReader()) {
            String code = said.readLine().replaceFirst(".*code=", "");
            TestClient client = new TestClient(uri);
            client.form("/setup", "code", code, "name", "Anna", "password", PASSWORD);
            client.logIn("Anna", PASSWORD);
            return client;
        }
    }

    /** As a power cut would, as far as processes go (SIGKILL). */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends it as a service manager would, and waits for it. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
