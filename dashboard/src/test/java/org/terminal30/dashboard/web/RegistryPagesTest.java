package org.terminal30.dashboard.web;

import java.nio.file.Path;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Dialog;
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

/** The pages of head units, profiles and codes in a real browser against the real server. */
@NeedsProgram("chromium")
class RegistryPagesTest {
    private static final List<String> PAGES = List.of("/head-units", "/head-units/1", "/profiles",
            "/profiles/terrano");

    private TestDashboard dashboard;
    private Chromium chromium;
    private Page page;

    @BeforeEach
    void openABrowser(@TempDir Path folder) {
        dashboard = TestDashboard.demo(folder);
        chromium = new Chromium();
        page = chromium.page();
        page.onDialog(Dialog::accept);
    }

    @AfterEach
    void close() {
        chromium.close();
        dashboard.close();
    }

    @Test
    void everyPage_complainsOfNothing() {
        enterHeadUnit("CM 2158 77O0");
        for (String path : PAGES) {
            open(path);
            assertThat(page.locator("h1").first()).not().isEmpty();
            assertThat(chromium.complaints()).as(path).isEmpty();
        }
    }

    @Test
    void everyPage_hasNoSeriousFaultForPeopleWhoHearOrTypeInstead() {
        enterHeadUnit("CM 2158 77O0");
        for (String path : PAGES) {
            open(path);
            assertThat(page.locator("h1").first()).not().isEmpty();
            assertThat(new AxeBuilder(page).analyze().getViolations()).as(path)
                    .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact())).isEmpty();
        }
    }

    @Test
    void serialNumberWithALetterAmongDigits_isDoubtedOnItsPage() {
        enterHeadUnit("CM 2158 77O0");
        assertThat(page.getByTestId("doubt").first()).containsText("is it not a 0?");
    }

    @Test
    void newHeadUnitOfACar_showsWhatToGoBy() {
        open("/vehicles");
        page.locator("[name=plate]").fill("A417KH");
        page.locator("[name=make]").fill("Nissan");
        page.locator("[name=model]").fill("Terrano");
        page.locator("[data-action=register-vehicle]").click();
        page.waitForURL("**/vehicles/*");
        page.getByText("Enter the head unit").click();
        page.getByText("A new head unit").click();
        assertThat(page.locator("#enter-head-unit [name=profile] option").first()).containsText("fits this car");
        page.locator("#enter-head-unit [name=maker]").fill("Alpine");
        page.locator("[data-action=enter-head-unit]").click();
        assertThat(page.getByTestId("fitted")).containsText("Alpine");
        assertThat(page.getByText("after each wrong code 15 min to 30 min")).isVisible();
    }

    @Test
    void claimThatAManagerChooses_isInUseUntilItIsTakenBack() {
        open("/profiles/terrano");
        var lockout = page.locator("article[data-fact=lockout]");
        lockout.locator("summary").click();
        lockout.getByText("Use this").first().click();
        assertThat(lockout.locator(".says")).hasText("after 3 codes: 30 min or more");
        assertThat(lockout.locator("[data-origin=workshop]")).isVisible();
        lockout.locator("[data-action=back]").click();
        assertThat(lockout.locator(".says")).containsText("after each code");
        assertThat(lockout.locator("[data-origin=shipped]")).isVisible();
    }

    @Test
    void wrongLockout_isToldBesideItsFieldHowToWriteOne() {
        open("/head-units");
        enterHeadUnit("CM 1");
        var lockout = page.locator("article[data-fact=lockout]");
        lockout.locator("summary").click();
        lockout.locator("textarea").fill("an hour");
        lockout.locator("[name=source]").fill("us");
        lockout.locator("[type=submit]").click();
        assertThat(lockout.locator("[data-fault-of=says]")).containsText("after 3 codes");
    }

    @Test
    void keptCode_isShownForAReasonAndTheReasonStays() {
        open("/head-units");
        page.locator("[data-action=keeping-on]").click();
        assertThat(page.getByTestId("keeping")).containsText("On since");
        enterHeadUnit("CM 2");
        page.getByText("Keep the code here").click();
        page.locator("[name=code]").fill("73915");
        page.locator("[data-action=keep-code]").click();
        page.locator("[name=reason]").fill("Battery was swapped");
        page.locator("[data-action=reveal-code]").click();
        assertThat(page.getByTestId("code")).hasText("73915");
        page.getByText("Done, hide it").click();
        assertThat(page.getByTestId("reveals")).containsText("Battery was swapped");
        assertThat(page.getByText("73915")).hasCount(0);
        page.locator("[data-action=delete-code]").click();
        assertThat(page.getByText("Keep the code here")).isVisible();
    }

    private void open(String path) {
        page.navigate(dashboard.server().uri().resolve(path).toString());
    }

    private void enterHeadUnit(String serial) {
        open("/head-units");
        page.locator("[name=maker]").fill("Panasonic");
        page.locator("[name=serial]").fill(serial);
        page.locator("[name=profile]").selectOption("panasonic");
        page.locator("[data-action=enter-head-unit]").click();
        page.waitForURL("**/head-units/*");
    }
}
