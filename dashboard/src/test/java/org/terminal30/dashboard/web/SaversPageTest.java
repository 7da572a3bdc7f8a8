package org.terminal30.dashboard.web;

import java.nio.file.Path;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
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

/** The page of the memory savers, and the choice of one at the bay, in a real browser against the real server. */
@NeedsProgram("chromium")
class SaversPageTest {
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

    @Test
    void enteredSaver_isListedAndItsLoadTestCountsToday() {
        open("/savers");
        assertThat(page.getByText("No saver is entered yet.")).isVisible();
        enterSaver("Saver 1");
        assertThat(page.getByTestId("saver")).containsText("Saver 1");
        assertThat(page.getByTestId("tested")).hasText("Never tested under load");
        page.getByText("Load test", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("[name=amperes]").fill("1,8");
        page.locator("[name=heldVolts]").fill("11,4");
        page.locator("[data-action=enter-load-test]").click();
        assertThat(page.getByTestId("tested")).hasText("Passed its load test today");
        assertThat(chromium.complaints()).isEmpty();
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact())).isEmpty();
    }

    @Test
    void whatIsWrong_standsBesideItsField() {
        open("/savers");
        page.locator("[name=noLoadVolts]").fill("6");
        page.locator("[data-action=enter-saver]").click();
        assertThat(page.locator("[data-fault-of=name]")).hasText("Must not be empty");
        assertThat(page.locator("[data-fault-of=noLoadVolts]")).hasText("Must be 9 V or more");
        page.locator("[name=noLoadVolts]").fill("twelve");
        page.locator("[data-action=enter-saver]").click();
        assertThat(page.locator("[data-fault-of=noLoadVolts]")).hasText("Must be a number");
    }

    @Test
    void saverChosenInABay_isStillChosenAtTheNextJob() {
        dashboard.bay("1").write(
                "agent,bay=1,site=main version=\"1\",source=\"fake\",watching=true,vehicle=true,rate=860.0,malformed=0i,pending=0i,quarantined=0i,boot=1i,clock=\"synchronised\" 1763683200000000000");
        open("/savers");
        enterSaver("Saver 1");
        assertThat(page.getByTestId("saver")).hasCount(1);
        open("/vehicles");
        page.locator("[name=plate]").fill("A417KH");
        page.locator("[name=make]").fill("Nissan");
        page.locator("[name=model]").fill("Almera");
        page.locator("[data-action=register-vehicle]").click();
        page.waitForURL("**/vehicles/*");
        open("/bays/1?vehicle=1");
        page.getByTestId("saver-choice").selectOption("1");
        open("/bays/1?vehicle=1");
        assertThat(page.getByTestId("saver-choice")).hasValue("1");
    }

    private void enterSaver(String name) {
        page.locator("#enter-saver [name=name]").fill(name);
        page.locator("[data-action=enter-saver]").click();
    }

    private void open(String path) {
        page.navigate(dashboard.server().uri().resolve(path).toString());
    }
}
