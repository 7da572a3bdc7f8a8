package org.terminal30.dashboard.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.Chromium;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.testing.NeedsProgram;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages in a real browser against the real server. */
@NeedsProgram("chromium")
class PagesTest {
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
    void everyPage_complainsOfNothing() {
        aBayMeasures();
        register("A417KH");
        for (String path : List.of("/", "/bays/1", "/vehicles", "/vehicles/1", "/alerts")) {
            Response answer = open(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(page.locator("h1").first()).not().isEmpty();
            assertThat(chromium.complaints()).as(path).isEmpty();
        }
    }

    @Test
    void everyPage_hasNoSeriousFaultForPeopleWhoHearOrTypeInstead() {
        aBayMeasures();
        register("A417KH");
        for (String path : List.of("/", "/bays/1", "/vehicles", "/vehicles/1", "/alerts")) {
            open(path);
            assertThat(page.locator("h1").first()).not().isEmpty();
            assertThat(new AxeBuilder(page).analyze().getViolations()).as(path)
                    .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact())).isEmpty();
        }
    }

    @Test
    void aBayThatMeasures_showsItsVoltageOnWallAndBayPage() {
        aBayMeasures();
        open("/");
        assertThat(page.getByTestId("bay-tile")).containsText("12.71");
        page.getByTestId("bay-tile").click();
        assertThat(page.getByTestId("onboard-volts")).hasText("12.71");
    }

    @Test
    void aWallWithoutABay_saysHowToAddOne() {
        open("/");
        assertThat(page.getByText("No bay yet")).isVisible();
    }

    @Test
    void wrongValuesInAForm_areNamedBesideTheirFields() {
        open("/vehicles");
        page.locator("[name=vin]").fill("TOOSHORT");
        page.locator("[data-action=register-vehicle]").click();
        for (String field : List.of("plate", "make", "model", "vin")) {
            assertThat(page.locator("[data-fault-of=" + field + "]")).isVisible();
        }
    }

    @Test
    void aRegisteredVehicle_opensItsPage() {
        register("A417KH");
        assertThat(page.locator("h1")).containsText("A417KH");
    }

    @Test
    void anUnknownBayOrPage_isAnswered404WithAPage() {
        for (String path : List.of("/bays/9", "/vehicles/9", "/nothing")) {
            assertThat(open(path).status()).as(path).isEqualTo(404);
            assertThat(page.getByText("To the wall")).isVisible();
        }
    }

    private Response open(String path) {
        return page.navigate(dashboard.server().uri().resolve(path).toString());
    }

    private void register(String plate) {
        open("/vehicles");
        page.locator("[name=plate]").fill(plate);
        page.locator("[name=make]").fill("Nissan");
        page.locator("[name=model]").fill("Almera");
        page.locator("[data-action=register-vehicle]").click();
        page.waitForURL("**/vehicles/*");
    }

    private void aBayMeasures() {
        long now = Instant.now().toEpochMilli();
        String lines = """
                agent,bay=1,site=main version="0.1.0",source="test",watching=true,vehicle=true,rate=860.0,malformed=0i,pending=0i,quarantined=0i,boot=1i,clock="synchronised" %d
                voltage,bay=1,channel=onboard,site=main min=12.69,max=12.73,sum=1093.06,n=86i %d
                """
                .formatted(now, now - 100);
        assertThat(dashboard.stranger().send(dashboard.stranger().to(
                "/api/v2/write?bucket=terminal30&precision=ms").header("Authorization",
                        "Token " + dashboard.token(
                                "1"))
                .POST(BodyPublishers.ofString(lines))).statusCode()).isEqualTo(204);
    }
}
