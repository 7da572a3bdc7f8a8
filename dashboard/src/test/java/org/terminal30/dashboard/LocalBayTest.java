package org.terminal30.dashboard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LocalBayTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

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
