package org.terminal30.dashboard.web;

import java.nio.file.Path;
import java.time.Instant;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.Samples;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Clock;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.testing.Chromium;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.testing.NeedsProgram;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The waveform of an event in a real browser. */
@NeedsProgram("chromium")
class WaveformPageTest {
    private static final long SECOND = 1_000_000_000;
    private static final BayId BAY = new BayId("main", "1");

    private final long start = EpochNanos.of(Instant.now()) - 20 * SECOND;
    private TestDashboard dashboard;
    private Chromium chromium;
    private Page page;

    @BeforeEach
    void openABrowser(@TempDir Path folder) {
        dashboard = TestDashboard.demo(folder);
        chromium = new Chromium();
        page = chromium.page();
    }

    @AfterEach
    void close() {
        chromium.close();
        dashboard.close();
    }

    /** 100 samples/s; 0.25 V from the start of the event for a second. */
    private WireRecord.Waveform waveform() {
        var block = new SampleBlock(Channel.ONBOARD, 500);
        for (int i = 0; i < 500; i++) {
            block.add(i * SECOND / 100, i >= 100 && i < 200 ? 0.25 : 12.75);
        }
        return new WireRecord.Waveform(BAY, Channel.ONBOARD, start - SECOND, Samples.of(block), Clock.SYNCHRONISED);
    }

    private WireRecord.Event event() {
        return new WireRecord.Event(BAY, Channel.ONBOARD, EventKind.INTERRUPTION, "e-1", start, 1, false, SECOND, 0.25,
                0.25, false, null, null, null, Clock.SYNCHRONISED);
    }

    private Locator opened() {
        page.navigate(dashboard.server().uri().resolve("/bays/1").toString());
        page.locator("[data-waveform=e-1]").click();
        return page.getByTestId("waveform");
    }

    @Test
    void waveformOfAnEvent_isReadByTwoCursors_thatFollowAFinger() {
        dashboard.bay("1").write(event(), waveform());
        Locator dialog = opened();
        assertThat(dialog.locator("[data-role=waveform-rate]")).hasText("100 samples/s · 500 samples");
        Locator difference = dialog.locator("[data-reading=difference]");
        assertThat(difference).containsText("ΔV 12.500 V");
        assertThat(difference).containsText("Δt 1.0000 s");

        BoundingBox chart = dialog.locator(".u-over").boundingBox();
        page.mouse().move(chart.x + chart.width * 0.1, chart.y + 40);
        page.mouse().down();
        page.mouse().move(chart.x + 1, chart.y + 40);
        page.mouse().up();
        assertThat(dialog.locator("[data-reading=a]")).containsText("12.750 V");
        assertThat(difference).containsText("ΔV 0.000 V");

        dialog.getByText("Close").click();
        assertThat(dialog).isHidden();
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void eventWithoutARecording_saysSo() {
        dashboard.bay("1").write(event());
        assertThat(opened().locator("[data-role=waveform-note]")).hasText("No full-rate recording of this event.");
    }
}
