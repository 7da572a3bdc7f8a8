package org.terminal30.dashboard.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.Chromium;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.testing.NeedsProgram;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A recording goes into a vehicle's page as a file, and out of it again. */
@NeedsProgram("chromium")
class RecordingPageTest {
    private Path folder = Path.of(".");
    private TestDashboard dashboard;
    private Chromium chromium;
    private Page page;

    @BeforeEach
    void openABrowser(@TempDir Path temporary) throws IOException {
        folder = temporary;
        dashboard = TestDashboard.demo(Files.createDirectory(temporary.resolve("data")));
        chromium = new Chromium();
        page = chromium.page();
        page.navigate(dashboard.server().uri() + "/vehicles");
        page.locator("[name=plate]").fill("A417KH");
        page.locator("[name=make]").fill("Nissan");
        page.locator("[name=model]").fill("Terrano");
        page.locator("[data-action=register-vehicle]").click();
        page.waitForURL("**/vehicles/*");
        page.getByText("Take in a recording").click();
    }

    @AfterEach
    void close() {
        chromium.close();
        dashboard.close();
    }

    private Path trace(String name, String bad) throws IOException {
        StringBuilder rows = new StringBuilder("time,onboard\n");
        for (int i = 0; i < 2_000; i++) {
            rows.append("2026-03-04T10:00:%02d.%02dZ,%s%n".formatted(i / 100, i % 100,
                    i > 500 && i < 640 ? "0.5" : "12.5"));
        }
        return Files.writeString(folder.resolve(name), rows.append(bad));
    }

    private void take(Path file) {
        page.locator("#recording [name=file]").setInputFiles(file);
        page.locator("[data-action=take-recording]").click();
    }

    @Test
    void fileThatIsTakenIn_isAVisit_andComesOutAgain() throws IOException {
        take(trace("drive one.csv", ""));

        assertThat(page.locator("#recording [role=status]")).containsText("200 windows");
        assertThat(page.getByTestId("visit")).containsText("Imported recording");
        assertThat(page.locator("[data-role=chart-title]")).containsText("Imported recording");
        assertThat(page.locator("[data-role=events] li").first()).not().containsText("Nothing happened");

        page.getByText("Export", new Page.GetByTextOptions().setExact(true)).click();
        Download csv = page.waitForDownload(() -> page.locator("[data-points='0'] [data-format=csv]").click());
        assertThat(csv.suggestedFilename()).startsWith("A417KH-2026-03-04T").endsWith(".csv");
        assertThat(Files.readAllLines(csv.path())).hasSize(201);
        Download lines = page.waitForDownload(() -> page.locator("[data-points='0'] [data-format=lines]").click());
        assertThat(Files.readString(lines.path())).contains("voltage,bay=rec-", "event,bay=rec-", "kind=interruption");

        take(folder.resolve("drive one.csv"));
        assertThat(page.locator("#recording [role=status]")).containsText("nothing has changed");
        assertThat(page.getByTestId("visit")).hasCount(1);
        assertThat(chromium.complaints()).isEmpty();
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact())).isEmpty();
    }

    @Test
    void fileThatCannotBeRead_isNamedWithItsLine() throws IOException {
        take(trace("bad.csv", "2026-03-04T10:00:59Z,twelve\n"));

        assertThat(page.locator("#recording [role=alert]")).containsText("bad.csv, line 2002, column 2 'onboard'");
        assertThat(page.getByTestId("visit")).hasCount(0);
    }

    @Test
    void noFile_isAskedFor() {
        page.locator("[data-action=take-recording]").click();

        assertThat(page.locator("#recording [role=alert]")).containsText("Must be chosen");
    }
}
