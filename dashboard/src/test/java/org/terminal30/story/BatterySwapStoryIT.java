package org.terminal30.story;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.Chromium;
import org.terminal30.story.PlayedCar.PlayedBreak;
import org.terminal30.testing.FreePort;
import org.terminal30.testing.NeedsProgram;
import org.terminal30.testing.PseudoTerminalPair;
import org.terminal30.testing.ServerProcess;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The job this product exists for, from the clamp to the vehicle's page. */
@NeedsProgram({"chromium", "socat"})
class BatterySwapStoryIT {
    private static final String NAME = "Anna";
    private static final String PASSWORD = "a lamp on as a witness";
    private static final Duration SLIP = Duration.ofMillis(1200);
    /** From the sample without voltage to the frame that shows it. */
    private static final Duration ALARM_BOUND = Duration.ofMillis(300);
    private static final double SAMPLE_PERIOD_MILLIS = PlayedCar.SAMPLE_PERIOD.toNanos() / 1e6;

    /** Notes, by the clock that the test reads too, the frame in which each alarm is first shown as critical. */
    static final String WATCH_FOR_ALARMS = """
            window.firstSeen = {};
            const look = () => {
              for (const banner of document.querySelectorAll('[data-testid="alarm-banner"]')) {
                const {alarmId, priority, kind} = banner.dataset;
                if (alarmId && priority === 'critical' && kind === 'interruption') window.firstSeen[alarmId] ??= Date.now();
              }
            };
            new MutationObserver(() => requestAnimationFrame(look))
              .observe(document, {subtree: true, childList: true, attributes: true});
            """;

    @TempDir
    private Path folder;

    @Test
    void slippingBackup_isAlarmedInTimeLatchedAndKeptInTheVehiclesHistory() throws Exception {
        Processes processes = new Processes(folder, FreePort.next());
        try (var cable = new PseudoTerminalPair(); var chromium = new Chromium()) {
            Page page = chromium.page();
            page.addInitScript(WATCH_FOR_ALARMS);
            String token;
            try (var dashboard = processes.startDashboard()) {
                setUp(page, dashboard);
                logIn(page, processes);
                token = processes.createToken();
                try (var car = new PlayedCar(cable); var agent = processes.startAgent(token, cable.port())) {
                    startWatch(page, processes);
                    PlayedBreak slip = slipWhileTheBatteryIsOut(page, car);
                    answerTheAlarm(page);
                    car.newBatteryIn();
                    page.locator("[data-action=finish-job]").click();
                    assertThat(page.locator("[data-role=start]")).isVisible();
                    lookAtTheVisit(page, processes, slip);
                    assertThat(agent.isAlive()).isTrue();
                }
            }
            try (var car = new PlayedCar(cable);
                    var dashboard = processes.startDashboard();
                    var agent = processes.startAgent(token, cable.port())) {
                logIn(page, processes);
                lookAtTheVisit(page, processes, new PlayedBreak(0, SLIP));
                page.navigate(processes.url() + "/bays/1");
                assertThat(volts(page)).hasText(Pattern.compile("12\\.[67]\\d"));
                assertThat(dashboard.isAlive()).isTrue();
                assertThat(agent.isAlive()).isTrue();
                car.newBatteryIn();
            }
            assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("ERR_"));
        }
    }

    static void setUp(Page page, ServerProcess dashboard) {
        String link = dashboard.awaitLine(line -> line.startsWith("Set-up: ")).substring("Set-up: ".length());
        page.navigate(link.strip());
        page.locator("[name=name]").fill(NAME);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("button[type=submit]").click();
    }

    static void logIn(Page page, Processes processes) {
        page.navigate(processes.url() + "/login");
        page.locator("[name=name]").fill(NAME);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("button[type=submit]").click();
        assertThat(page).hasURL(processes.url() + "/");
    }

    static void startWatch(Page page, Processes processes) {
        page.navigate(processes.url() + "/bays/1");
        assertThat(volts(page)).hasText(Pattern.compile("12\\.[67]\\d"));
        page.locator("[data-role=new-details] summary").click();
        Locator form = page.locator("[data-role=new-vehicle]");
        form.locator("[name=plate]").fill("A417KH");
        form.locator("[name=make]").fill("Nissan");
        form.locator("[name=model]").fill("Almera");
        form.locator("button[type=submit]").click();
        page.locator("[data-action=start-watch]").click();
        assertThat(page.locator("[data-action=finish-job]")).isVisible();
    }

    private static PlayedBreak slipWhileTheBatteryIsOut(Page page, PlayedCar car) throws Exception {
        car.batteryOut();
        assertThat(volts(page)).hasText(Pattern.compile("12\\.5\\d"));
        var playing = car.slip(SLIP);
        Locator banner = banner(page, "latched-unacknowledged");
        assertThat(banner).isVisible();
        PlayedBreak slip = playing.get(SLIP.toMillis() * 2, TimeUnit.MILLISECONDS);
        String alarm = banner.getAttribute("data-alarm-id");
        long shown = ((Number) page.evaluate("id => window.firstSeen[id]", alarm)).longValue();
        assertThat(Duration.ofMillis(shown - slip.beganWallMillis())).isPositive().isLessThanOrEqualTo(ALARM_BOUND);
        return slip;
    }

    static void answerTheAlarm(Page page) {
        banner(page, "latched-unacknowledged").locator("[data-action=acknowledge]").click();
        banner(page, "latched-acknowledged").locator("[data-action=reset]").click();
        assertThat(page.locator("[data-testid=alarm-banner]")).isHidden();
    }

    private static void lookAtTheVisit(Page page, Processes processes, PlayedBreak slip) {
        page.navigate(processes.url() + "/vehicles");
        page.locator("[data-testid=vehicle]").first().click();
        Locator visit = page.locator("[data-testid=visit]");
        assertThat(visit).hasCount(1);
        assertThat(Double.parseDouble(visit.getAttribute("data-longest-break-millis")))
                .isCloseTo(slip.length().toNanos() / 1e6, within(SAMPLE_PERIOD_MILLIS));
        assertThat(Double.parseDouble(visit.getAttribute("data-lowest-volts"))).isEqualTo(PlayedCar.BREAK_VOLTS);
    }

    private static Locator volts(Page page) {
        return page.locator("[data-testid=onboard-volts]");
    }

    private static Locator banner(Page page, String state) {
        return page.locator("[data-testid=alarm-banner][data-state=" + state + "]");
    }
}
