package org.terminal30.dashboard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LocalBayTest {
    private static final Pattern INTERRUPTION = Pattern
            .compile("\"id\":\"([^\"]+)\",\"bay\":\"8\",\"channel\":\"onboard\",\"kind\":\"interruption\"");
    private static final Duration BOUND = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void slipThatABayMeasured_isAnsweredSampleBySample() throws Exception {
        var rows = new StringBuilder("time_s,onboard_volts\n");
        for (int i = 0; i <= 1000; i++) {
            rows.append(String.format(Locale.ROOT, "%.2f,%.3f%n", i / 100.0, i >= 300 && i < 420 ? 0.25 : 12.75));
        }
        Files.writeString(folder.resolve("trace.csv"), rows);
        Path file = Files.writeString(folder.resolve("bay.toml"), """
                site = "main"
                bay = "8"
                state = "bay"
                [source]
                type = "replay"
                file = "trace.csv"
                columns = { onboard = "onboard_volts" }
                """);
        try (TestDashboard dashboard = TestDashboard.fresh(folder)) {
            TestClient anna = dashboard.manager();
            try (LocalBay bay = LocalBay.start(dashboard.server(), BayConfig.read(file), System::nanoTime,
                    InstantSource.system())) {
                assertThat(bay).isNotNull();
                String event = await().atMost(BOUND).until(() -> interruption(anna), id -> !id.isEmpty());
                await().atMost(BOUND).untilAsserted(() -> assertThat(anna.get("/api/events/" + event
                        + "/waveform").body()).contains("\"samples\":500", "\"rateHertz\":100.0",
                                "12.75,0.25,", "0.25,12.75"));
            }
        }
    }

    private static String interruption(TestClient anna) {
        Instant now = Instant.now();
        Matcher found = INTERRUPTION.matcher(anna.get("/api/bays/8/events?from=" + now.minusSeconds(600) + "&to="
                + now.plusSeconds(600)).body());
        return found.find() ? found.group(1) : "";
    }

    @Test
    void bayInTheDashboardsProcess_measuresUntilItIsClosed() throws Exception {
        Path file = Files.writeString(folder.resolve("bay.toml"), """
                site = "main"
                bay = "7"
                state = "bay"
                [source]
                type = "simulated"
                """);
        try (TestDashboard dashboard = TestDashboard.fresh(folder)) {
            TestClient anna = dashboard.manager();
            try (LocalBay bay = LocalBay.start(dashboard.server(), BayConfig.read(file), System::nanoTime,
                    InstantSource.system())) {
                assertThat(bay).isNotNull();
                await().atMost(BOUND).until(() -> anna.get("/api/bays/7").body(),
                        body -> body.contains("\"online\":true") && body.contains("\"channel\":\"onboard\""));
            }
            await().atMost(BOUND).until(() -> anna.get("/api/bays/7").body(),
                    body -> body.contains("\"online\":false"));
        }
    }
}
