package org.terminal30.story;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Page;

import org.terminal30.benchmark.Percentiles;
import org.terminal30.dashboard.testing.Chromium;
import org.terminal30.story.PlayedCar.PlayedBreak;
import org.terminal30.testing.FreePort;
import org.terminal30.testing.PseudoTerminalPair;

/**
 * How long a sample takes from the serial line to the painted page, and an alarm from the first sample without voltage: a
 * program of its own, because it takes minutes and asserts nothing. {@code docs/benchmarks.md} has the command and the
 * results.
 */
final class SampleToBrowser {
    private static final int SLIPS = 8;
    private static final Duration SLIP = Duration.ofMillis(300);
    /** The third slip within a minute is a contact that chatters: one alarm, and no new one. */
    private static final double BETWEEN_SLIPS_MILLIS = 31_000;
    /** A window holds samples of every age up to its length. */
    private static final int AGES_IN_A_WINDOW = 10;
    private static final double WINDOW_MILLIS = 100;

    /** Notes the age of every on-board window in the frame after its arrival. */
    private static final String WATCH_WINDOWS = """
            window.windowAges = [];
            const RealSource = window.EventSource;
            window.EventSource = class extends RealSource {
              constructor(...args) {
                super(...args);
                this.addEventListener('window', e => {
                  const w = JSON.parse(e.data);
                  if (w.channel === 'onboard') requestAnimationFrame(() => window.windowAges.push(Date.now() - w.t));
                });
              }
            };
            """;

    private SampleToBrowser() {
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("terminal30-benchmark-");
        Processes processes = new Processes(folder, FreePort.next());
        try (var cable = new PseudoTerminalPair();
                var chromium = new Chromium();
                var dashboard = processes.startDashboard();
                var car = new PlayedCar(cable)) {
            Page page = chromium.page();
            page.addInitScript(BatterySwapStoryIT.WATCH_FOR_ALARMS);
            page.addInitScript(WATCH_WINDOWS);
            BatterySwapStoryIT.setUp(page, dashboard);
            BatterySwapStoryIT.logIn(page, processes);
            try (var agent = processes.startAgent(processes.createToken(), cable.port())) {
                BatterySwapStoryIT.startWatch(page, processes);
                System.out.println("alarm to browser, the first: " + slips(page, car, 1));
                System.out.println("alarm to browser, the next: " + slips(page, car, SLIPS));
                System.out.println("sample to browser: " + ages(page));
                if (!agent.isAlive()) {
                    throw new IllegalStateException("the agent ended: " + agent.lines());
                }
            }
        }
    }

    private static Percentiles slips(Page page, PlayedCar car, int count) throws Exception {
        Percentiles delays = new Percentiles();
        for (int i = 0; i < count; i++) {
            delays.add(TimeUnit.MILLISECONDS.toNanos(slip(page, car)));
        }
        return delays;
    }

    private static long slip(Page page, PlayedCar car) throws Exception {
        var playing = car.slip(SLIP);
        var banner = page.locator("[data-testid=alarm-banner][data-state=latched-unacknowledged]");
        banner.waitFor();
        PlayedBreak slip = playing.get(SLIP.toMillis() * 2, TimeUnit.MILLISECONDS);
        long shown = ((Number) page.evaluate("id => window.firstSeen[id]", banner.getAttribute("data-alarm-id")))
                .longValue();
        BatterySwapStoryIT.answerTheAlarm(page);
        page.waitForTimeout(BETWEEN_SLIPS_MILLIS);
        return shown - slip.beganWallMillis();
    }

    private static Percentiles ages(Page page) {
        Percentiles ages = new Percentiles();
        for (Object age : (List<?>) page.evaluate("window.windowAges")) {
            for (int i = 0; i < AGES_IN_A_WINDOW; i++) {
                double millis = ((Number) age).doubleValue() - (i + 0.5) * WINDOW_MILLIS / AGES_IN_A_WINDOW;
                ages.add(Math.round(millis * 1e6));
            }
        }
        return ages;
    }
}
