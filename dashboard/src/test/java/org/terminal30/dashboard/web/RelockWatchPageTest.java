package org.terminal30.dashboard.web;

import java.nio.file.Path;
import java.time.Instant;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.testing.Chromium;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.testing.NeedsProgram;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A re-lock watch on the page of its bay, in a real browser. */
@NeedsProgram("chromium")
class RelockWatchPageTest {
    private static final String FOUND = """
            {"steps":[],"verdicts":[{"about":"relock","word":"contact-found","tint":"amber","sinceMillis":1763683230000,\
            "evidence":[{"about":"radio","outcome":"failed","reason":"breaks"}]}],"figures":{"elapsedHours":62.5,\
            "watchedHours":60.0,"gaps":2,"radioBreaks":3,"supplyFaults":0,"restVolts":12.511,\
            "fallMillivoltsPerHour":1.24},"question":"relock"}""";

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

    @Test
    void whatAWatchHasFound_standsOnThePageInWordsAndFigures() {
        dashboard.bay("1").write(
                "job,bay=1,id=w1,site=main rev=9i,kind=\"relock-watch\",state=\"running\",phase=\"unattended\",started=%di,progress=\"%s\" %d"
                        .formatted(now(), FOUND.replace("\"", "\\\""), now()));
        page.navigate(dashboard.server().uri().resolve("/bays/1").toString());

        assertThat(page.getByTestId("verdict")).containsText("Found: the radio's own feed breaks");
        assertThat(page.getByTestId("verdict")).containsText("broke while the car's supply was steady");
        assertThat(figure("watchedHours")).hasText("2.5\u00a0days");
        assertThat(figure("radioBreaks")).hasText("3");
        assertThat(figure("fallMillivoltsPerHour")).hasText("1.2\u00a0mV/h");
        assertThat(figure("supplyFaults")).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void alarmWithNobodyThere_makesNoSound() {
        page.navigate(dashboard.server().uri().resolve("/bays/1").toString());

        assertThat(loudest("watch")).isEqualTo("critical");
        assertThat(loudest("unattended")).isNull();
    }

    private Object loudest(String phase) {
        return page.evaluate("phase => import('/assets/js/sound.js').then(sound => sound.loudest("
                + "[{ state: 'unacknowledged', priority: 'critical', phase }], Date.now()))", phase);
    }

    private Locator figure(String name) {
        return page.locator("[data-figure=" + name + "]");
    }

    private static long now() {
        return EpochNanos.of(Instant.now());
    }
}
