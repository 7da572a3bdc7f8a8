package org.terminal30.story;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import org.terminal30.testing.DebianProgram;

/** Debian's Chromium, driven by Playwright, at the size of the tablet at the bay. */
final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** Notes when each alarm is first painted as critical, by the clock that the test reads too. */
    private static final String ALARM_WATCH = """
            window.firstSeen = {};
            const look = () => {
              for (const banner of document.querySelectorAll('[data-testid="alarm-banner"]')) {
                const id = banner.dataset.alarmId;
                if (id && banner.dataset.priority === 'critical' && !banner.hidden && !window.firstSeen[id]) {
                  window.firstSeen[id] = Date.now();
                }
              }
            };
            new MutationObserver(() => requestAnimationFrame(look))
              .observe(document, {subtree: true, childList: true, attributes: true});
            """;

    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;

    Browser(String url) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(DebianProgram.CHROMIUM.path()).setArgs(FLAGS));
        context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(url).setViewportSize(1280, 800));
        context.addInitScript(ALARM_WATCH);
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** Wall clock, in milliseconds, of the frame in which this alarm was first shown as critical. */
    long firstSeenMillis(String alarm) {
        return ((Number) page.evaluate("id => window.firstSeen[id]", alarm)).longValue();
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }
}
