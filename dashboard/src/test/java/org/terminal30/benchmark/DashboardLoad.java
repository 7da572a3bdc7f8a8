package org.terminal30.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.security.BayTokens;
import org.terminal30.dashboard.testing.EventStream;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.testing.FreePort;

/**
 * The packaged dashboard under the load of ten bays and one browser on the wall: time to its first page, processor time,
 * memory, time of an answer, and time from a bay's sending to the browser's event.
 *
 * <pre>mvn -o -q -P benchmark -Dbenchmark="org.terminal30.benchmark.DashboardLoad [SECONDS [WARM_UP_SECONDS [JVM_OPTION…]]]" verify</pre>
 */
public final class DashboardLoad {
    private static final Path JAR = Path.of("dashboard/target/terminal30-dashboard.jar");
    private static final int BAYS = 10;
    private static final int SECONDS = 60;
    private static final int WARM_UP_SECONDS = 60;
    private static final List<String> JVM_OPTIONS = List.of("-Xmx128m", "-XX:+UseSerialGC");
    private static final Pattern WINDOW = Pattern.compile("\"bay\":\"([^\"]+)\".*\"t\":(\\d+)");
    private static final String PASSWORD = "a long enough one";

    private final Map<String, Long> sentNanos = new ConcurrentHashMap<>();
    private final Percentiles answers = new Percentiles();
    private final Percentiles events = new Percentiles();
    private final PrintStream out;
    private final Process dashboard;
    private final URI server;
    private final Path data;

    private DashboardLoad(PrintStream out, Process dashboard, URI server, Path data) {
        this.out = out;
        this.dashboard = dashboard;
        this.server = server;
        this.data = data;
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SECONDS;
        int warmUpSeconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : WARM_UP_SECONDS;
        List<String> options = arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : JVM_OPTIONS;
        Path data = Files.createTempDirectory("terminal30-load-");
        int port = FreePort.next();
        URI server = URI.create("http://127.0.0.1:" + port);
        long begun = System.nanoTime();
        Process dashboard = new ProcessBuilder(command(options, data, port)).redirectError(data.resolve("log")
                .toFile()).start();
        try {
            awaitPage(server.resolve("/login"), dashboard);
            System.out.printf("first page %d ms after the start%n", (System.nanoTime() - begun) / 1_000_000);
            new DashboardLoad(System.out, dashboard, server, data).measure(seconds, warmUpSeconds);
        } finally {
            dashboard.destroy();
            dashboard.waitFor();
        }
    }

    private static List<String> command(List<String> options, Path data, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString(), "--data", data.toString(), "--port", Integer.toString(port)));
        return command;
    }

    private static void awaitPage(URI page, Process dashboard) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (dashboard.isAlive()) {
                try {
                    http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
                    return;
                } catch (ConnectException notYet) {
                    Thread.sleep(5);
                }
            }
        }
        throw new IllegalStateException("the dashboard ended with " + dashboard.exitValue());
    }

    private void measure(int seconds, int warmUpSeconds) throws IOException, InterruptedException {
        TestClient manager = manager();
        BayTokens tokens = new BayTokens(Jdbi.create("jdbc:sqlite:" + data.resolve("registry.db")), Clock.systemUTC());
        List<EventStream> streams = new ArrayList<>();
        List<LoadingBay> bays = new ArrayList<>();
        for (int i = 1; i <= BAYS; i++) {
            String bay = Integer.toString(i);
            String token = tokens.create(new BayId("main", bay));
            streams.add(new TestClient(server).stream(URI.create("/api/bays/" + bay + "/orders"), "Token " + token));
            bays.add(new LoadingBay(bay, token, server, sentNanos, answers));
        }
        EventStream wall = manager.stream(URI.create("/api/live"), "");
        streams.add(wall);
        Thread.ofPlatform().daemon().start(() -> watch(wall));
        for (LoadingBay bay : bays) {
            Thread.ofPlatform().daemon().start(bay);
            Thread.sleep(100 / BAYS);
        }
        Thread.sleep(warmUpSeconds * 1_000L);
        out.printf("after %d s of warming up:%n", warmUpSeconds);
        report(seconds);
        bays.forEach(LoadingBay::stop);
        streams.forEach(EventStream::close);
    }

    private TestClient manager() throws IOException {
        try (BufferedReader said = dashboard.inputReader()) {
            String code = said.readLine().replaceFirst(".*code=", "");
            TestClient client = new TestClient(server);
            client.form("/setup", "code", code, "name", "Anna", "password", PASSWORD);
            client.logIn("Anna", PASSWORD);
            return client;
        }
    }

    private void watch(EventStream wall) {
        while (true) {
            Matcher window = WINDOW.matcher(wall.next("window").data());
            Long sent = window.find()
                    ? sentNanos.remove(LoadingBay.key(window.group(1), Long.parseLong(window.group(2))))
                    : null;
            if (sent != null) {
                events.add(System.nanoTime() - sent);
            }
        }
    }

    private void report(int seconds) throws IOException, InterruptedException {
        answers.clear();
        events.clear();
        ProcessFigures before = ProcessFigures.of(dashboard.pid());
        long begun = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        ProcessFigures after = ProcessFigures.of(dashboard.pid());
        double elapsedSeconds = (System.nanoTime() - begun) / 1e9;
        out.printf("%d bays, 2 channels, 10 windows/s for %.0f s%n", BAYS, elapsedSeconds);
        out.printf("processor %.1f %% of a core%n", 100 * (after.cpuSeconds() - before.cpuSeconds()) / elapsedSeconds);
        out.printf("resident %.0f MB, peak %.0f MB%n", after.residentMegabytes(), after.peakMegabytes());
        out.printf("answer to a write: %s%n", answers);
        out.printf("bay's sending to the wall's event: %s%n", events);
    }
}
