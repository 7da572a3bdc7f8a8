package org.terminal30.dashboard.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import org.terminal30.testing.DebianProgram;

/** Debian's Chromium, without a window. Remembers what its pages complained about. */
public final class Chromium implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of(
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(
            DebianProgram.CHROMIUM.path()).setArgs(ARGUMENTS));
    private final List<String> complaints = new ArrayList<>();

    /** A new tab of a tablet's size that shares nothing with the others. */
    public Page page() {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    /** Errors on the consoles so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
