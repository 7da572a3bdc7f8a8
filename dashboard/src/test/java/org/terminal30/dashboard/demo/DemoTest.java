package org.terminal30.dashboard.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.scenario.ScenarioException;
import org.terminal30.agent.scenario.Scenarios;
import org.terminal30.dashboard.security.BayTokens;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Network and power of the demo's bay fail, one after the other, and the job goes on. */
class DemoTest {
    private static final String SCENARIO = """
            title = "Network and power fail"
            duration_seconds = 300
            [timeline]
            steps = [
              { at = 5, does = "start-job", kind = "battery-swap" },
              { at = 8, does = "network-gone", seconds = 3 },
              { at = 9, does = "tap", step = "code-known" },
              { at = 15, does = "tap", step = "witness-lamp" },
              { at = 16, does = "power-cut", seconds = 2 },
              { at = 22, does = "tap", step = "backup-connected" },
            ]
            """;

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100));
    }

    private static JsonNode bay(DashboardClient page) throws IOException, InterruptedException {
        return page.get("/api/bays/1");
    }

    private static String stateOf(DashboardClient page, String step) throws IOException, InterruptedException {
        for (JsonNode there : bay(page).path("job").path("progress").path("steps")) {
            if (there.path("id").asText().equals(step)) {
                return there.path("state").asText();
            }
        }
        return "none";
    }

    @Test
    void bayWithoutNetworkOrPower_goesOnWithItsJobWhenItIsBack(@TempDir Path folder)
            throws IOException, InterruptedException, ScenarioException {
        Path file = Files.writeString(folder.resolve("fails.toml"), SCENARIO);
        try (TestDashboard dashboard = TestDashboard.demo(folder);
                DashboardClient page = new DashboardClient(dashboard.server().uri());
                Demo demo = Demo.start(Scenarios.find(file.toString()), dashboard.server().uri(),
                        dashboard.server().part(BayTokens.class).create(Demo.BAY), folder, "test",
                        System::nanoTime, InstantSource.system())) {
            assertThat(demo).isNotNull();
            soon().until(() -> bay(page).path("job").isObject());
            soon().until(() -> stateOf(page, "witness-lamp").equals("done"));
            assertThat(stateOf(page, "code-known")).as("tapped while the network was gone").isEqualTo("waiting");
            soon().until(() -> stateOf(page, "backup-connected").equals("done"));
            assertThat(stateOf(page, "witness-lamp")).isEqualTo("done");
        }
    }
}
