package org.terminal30.dashboard.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.bay.RunningBay;
import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.DashboardConfig;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.ChannelStatus;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.testing.Chromium;
import org.terminal30.dashboard.testing.FakeBay;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.simulated.SimulatedFrontEnd;
import org.terminal30.hardware.simulated.SimulatedGpio;
import org.terminal30.testing.NeedsProgram;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What the page of a bay says about the bay's equipment, in a real browser. */
@NeedsProgram("chromium")
class BayPageTest {
    private static final int RED = 13;
    private static final BayId BAY = new BayId("main", "1");

    @TempDir
    private Path folder;
    private TestDashboard dashboard;
    private Chromium chromium;
    private Page page;

    @BeforeEach
    void openABrowser() {
        dashboard = TestDashboard.demo(folder);
        chromium = new Chromium();
        page = chromium.page();
    }

    @AfterEach
    void close() {
        chromium.close();
        dashboard.close();
    }

    private void open() {
        page.navigate(dashboard.server().uri().resolve("/bays/1").toString());
    }

    private Locator role(String role) {
        return page.locator("[data-role=" + role + "]");
    }

    private RunningBay bayWithLights(SimulatedGpio gpio) throws Exception {
        BayConfig config = BayConfig.read(Files.writeString(folder.resolve("bay.toml"), """
                site = "main"
                bay = "1"
                state = "bay"
                [source]
                type = "simulated"
                [signals]
                red = { gpio = 13 }
                buzzer = { gpio = 19 }
                """)).sendingTo(new DashboardConfig(dashboard.server().uri(), dashboard.token("1"),
                DashboardConfig.DEFAULT_BUCKET, DashboardConfig.DEFAULT_ORG, true));
        return RunningBay.start(config, SimulatedFrontEnd.measuring((channel, nanos) -> 12.7,
                List.of(Channel.ONBOARD), System::nanoTime), gpio.header(), "0.1.0", System::nanoTime,
                InstantSource.system());
    }

    @Test
    void lightThatFails_isNamedOnThePageOfABayThatGoesOnMeasuring_untilItWorks() throws Exception {
        var gpio = new SimulatedGpio();
        gpio.refuse(RED, "held by another program");
        try (RunningBay bay = bayWithLights(gpio)) {
            assertThat(bay).isNotNull();
            open();
            assertThat(role("check")).containsText("red light on GPIO 13 fails: ");
            assertThat(role("check")).containsText("held by another program");
            assertThat(page.getByTestId("onboard-volts")).containsText("12.");
            assertThat(role("state")).not().containsText("Not watching");

            gpio.heal(RED);
            assertThat(role("check")).isEmpty();
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    private static ChannelStatus channel(Channel channel, CalibrationState state, @Nullable LocalDate on, boolean due) {
        return new ChannelStatus(BAY, channel, EpochNanos.of(Instant.now()), "ads1115-1-0x48", 860, 860, state, on,
                due);
    }

    @Test
    void readingOfEachChannel_saysHowFarItCanBeTrusted() {
        FakeBay bay = dashboard.bay("1");
        bay.write(channel(Channel.ONBOARD, CalibrationState.COARSE, null, false),
                channel(Channel.BACKUP, CalibrationState.UNCALIBRATED, null, false));
        open();
        assertThat(role("trust")).hasText("coarse, ± 0.3 V");
        assertThat(role("figure-backup-trust")).hasText("not calibrated");

        bay.write(channel(Channel.ONBOARD, CalibrationState.CALIBRATED, LocalDate.of(2026, 5, 1), false),
                channel(Channel.BACKUP, CalibrationState.CALIBRATED, LocalDate.of(2024, 5, 1), true));
        assertThat(role("trust")).containsText("calibrated");
        assertThat(role("trust")).not().containsText("more than a year ago");
        assertThat(role("figure-backup-trust")).containsText("more than a year ago");
        assertThat(chromium.complaints()).isEmpty();
    }
}
