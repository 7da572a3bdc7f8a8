package org.terminal30.dashboard.web;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.testing.Chromium;
import org.terminal30.dashboard.testing.FinishedSwap;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.testing.NeedsProgram;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The report of a swap in a real browser, on the screen and from its printer. */
@NeedsProgram("chromium")
class ReportPageTest {
    private TestDashboard dashboard;
    private Chromium chromium;
    private Page page;
    private String vehicle = "";

    @BeforeEach
    void finishASwap(@TempDir Path folder) {
        dashboard = TestDashboard.demo(folder);
        chromium = new Chromium();
        page = chromium.page();
        long now = EpochNanos.of(dashboard.server().part(Clock.class).instant());
        vehicle = register();
        new FinishedSwap(dashboard.bay("1"), now - 600_000_000_000L, Long.parseLong(vehicle)).write();
    }

    @AfterEach
    void close() {
        chromium.close();
        dashboard.close();
    }

    @Test
    void reportOfAVisit_isOpenedFromTheVehicle() {
        open("/vehicles/" + vehicle);
        page.getByTestId("report").click();
        page.waitForURL("**/jobs/s1");
        assertThat(page.locator(".headline h2")).containsText("Memory kept");
        assertThat(page.locator("svg.chart polygon").first()).isVisible();
        // Before the check below, which puts styles of its own into the page.
        assertThat(chromium.complaints()).isEmpty();
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact())).isEmpty();
    }

    @Test
    void printedPage_isTheSheetAloneOnOneOrTwoPages() throws IOException {
        open("/jobs/s1");
        assertThat(page.locator(".sheet")).isVisible();
        for (String paper : List.of("A4", "Letter")) {
            try (PDDocument printed = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat(paper)))) {
                assertThat(printed.getNumberOfPages()).as(paper).isLessThanOrEqualTo(2);
                assertThat(new PDFTextStripper().getText(printed)).contains("Memory kept", "T30-", "Technician: name")
                        .doesNotContain("Vehicles", "Alerts");
            }
        }
    }

    @Test
    void numberTypedIntoTheSearch_offersTheReport() {
        open("/jobs/s1");
        String number = page.locator("main").getAttribute("data-number");
        open("/vehicles");
        page.locator("[data-role=search]").fill(number.replace('-', ' ').toLowerCase(Locale.ROOT));
        assertThat(page.getByTestId("report")).containsText(number);
        assertThat(page.getByTestId("vehicle")).containsText("A417KH");
        page.locator("[data-role=search]")
                .fill(number.substring(0, number.length() - 1) + (number.endsWith("7") ? "8" : "7"));
        assertThat(page.locator("[data-role=report-found]")).containsText("typing error");
    }

    @Test
    void letterheadThatIsKept_isThereAgain() {
        open("/people");
        page.locator("#letterhead [name=name]").fill("Autohaus Süd");
        page.locator("#letterhead [name=address]").fill("Hof 3\n10115 Berlin");
        page.locator("[data-action=enter-letterhead]").click();
        assertThat(page.locator("[data-role=letterhead-note]")).containsText("Kept");
        open("/people");
        assertThat(page.locator("#letterhead [name=address]")).hasValue("Hof 3\n10115 Berlin");
    }

    private String register() {
        open("/vehicles");
        page.locator("[name=plate]").fill("A417KH");
        page.locator("[name=make]").fill("Lada");
        page.locator("[name=model]").fill("Granta");
        page.locator("[data-action=register-vehicle]").click();
        page.waitForURL("**/vehicles/*");
        Matcher id = Pattern.compile("/vehicles/(\\d+)").matcher(page.url());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private void open(String path) {
        page.navigate(dashboard.server().uri().resolve(path).toString());
    }
}
