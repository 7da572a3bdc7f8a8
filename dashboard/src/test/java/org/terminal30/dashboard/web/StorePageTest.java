package org.terminal30.dashboard.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.testing.Chromium;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.testing.InfluxServer;
import org.terminal30.testing.NeedsProgram;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What pages, the REST interface and {@code /health} say while the InfluxDB that holds the history is away. */
@NeedsProgram({"chromium", "influxd", "nginx"})
class StorePageTest {
    private static final LocatorAssertions.ContainsTextOptions SOON = new LocatorAssertions.ContainsTextOptions()
            .setTimeout(60_000);

    private InfluxServer influx;
    private TestDashboard dashboard;
    private Chromium chromium;
    private Page page;

    @BeforeEach
    void openABrowser(@TempDir Path folder) {
        influx = new InfluxServer();
        for (String database : new String[]{"terminal30", "terminal30_seconds", "terminal30_kept"}) {
            influx.createDatabase(database);
        }
        dashboard = TestDashboard.demo(folder, Map.of("terminal30.history.store", "influx",
                "terminal30.history.influx.url", influx.url()));
        chromium = new Chromium();
        page = chromium.page();
    }

    @AfterEach
    void close() {
        chromium.close();
        dashboard.close();
        influx.close();
    }

    private int write() {
        return dashboard.bay("1").write(new WireRecord.Window(new BayId("main", "1"), Channel.ONBOARD,
                EpochNanos.of(Instant.now()), 12.6, 12.7, 126.5, 10)).statusCode();
    }

    private String get(String path) {
        return dashboard.stranger().get(path).body();
    }

    private Locator banner(String path) {
        page.navigate(dashboard.server().uri().resolve(path).toString());
        return page.getByTestId("store");
    }

    @Test
    void whileInfluxIsAway_baysAreTakenIn_andEveryPageSaysWhatIsMissing_untilItIsBack() {
        assertThat(write()).isEqualTo(204);
        assertThat(banner("/")).isHidden();
        assertThat(get("/health")).contains("\"status\":\"UP\"", "\"state\":\"ready\"");

        influx.stop();
        assertThat(write()).isEqualTo(204);
        var chart = dashboard.stranger().get("/api/bays/1/history?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z");
        assertThat(chart.statusCode()).isEqualTo(503);
        assertThat(chart.body()).contains("The history cannot be read now", "does not answer");

        Locator banner = banner("/bays/1");
        assertThat(banner).containsText("The history cannot be reached since", SOON);
        assertThat(banner).containsText("Bays are measured and watched as ever");
        assertThat(page.locator("[data-role=chart-note]")).containsText("cannot be read now");
        assertThat(get("/health")).contains("\"status\":\"UP\"", "\"state\":\"unreachable\"", "\"since\":\"20",
                "does not answer");

        influx.start();
        assertThat(banner("/")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(60_000));
        assertThat(influx.queryCsv("terminal30", "SELECT count(n) FROM voltage")).endsWith(",2\n");
    }
}
