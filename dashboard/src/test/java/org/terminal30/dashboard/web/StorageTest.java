package org.terminal30.dashboard.web;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.dashboard.history.Forecast;
import org.terminal30.dashboard.security.Audit;
import org.terminal30.dashboard.testing.Chromium;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.testing.NeedsProgram;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the dashboard keeps, for how long, and when the disk is full. */
class StorageTest {
    private static final long GIGABYTE = 1L << 30;

    private final TestDashboard dashboard;
    private final TestClient anna;

    StorageTest(@TempDir Path folder) {
        dashboard = TestDashboard.fresh(folder);
        anna = dashboard.manager();
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void storage_tellsFilesRoomAndRule() {
        assertThat(anna.get("/api/storage").body()).contains("\"name\":\"history.db\"", "\"name\":\"registry.db\"",
                "\"freeBytes\":", "\"keep\":{\"windowDays\":365,\"secondDays\":1095,\"minuteDays\":null}",
                "\"configured\":false");
    }

    @Test
    void changedTimes_count_areMeasuredBy_andOnRecord() {
        assertThat(keep("90", "400", "null").body()).contains("\"windowDays\":90", "\"enteredBy\":\"Anna\"");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(anna.get("/api/storage").body())
                .contains("\"windowDays\":90", "\"forecast\":{", "\"name\":\"waveforms\""));
        assertThat(dashboard.server().part(Audit.class).newest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("keep-times-changed");
            assertThat(entry.about()).isEqualTo("windows 90 days, seconds 400 days, minutes for ever");
        });
    }

    @ParameterizedTest
    @CsvSource({"7, 400, null, windowDays, must be 28 to 36500",
            "90, 60, null, secondDays, at least as long as windows",
            "90, null, 400, minuteDays, at least as long as seconds"})
    void timesThatCannotBe_areRefusedBesideTheirField(String windows, String seconds, String minutes, String field,
            String fault) {
        HttpResponse<String> answer = keep(windows, seconds, minutes);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"", fault);
        assertThat(anna.get("/api/storage").body()).contains("\"windowDays\":365");
    }

    @Test
    void technician_seesIt_andChangesNothing() {
        anna.post("/api/people", "{\"name\":\"Ben\",\"role\":\"technician\",\"password\":\"a long enough one\"}");
        TestClient ben = dashboard.stranger();
        ben.logIn("Ben", TestDashboard.PASSWORD);
        assertThat(ben.get("/api/storage").statusCode()).isEqualTo(200);
        assertThat(ben.put("/api/storage/keep", "{\"windowDays\":90}").statusCode()).isEqualTo(403);
    }

    @Test
    void notice_comesWeeksBeforeTheDiskIsFull_andSaysThatNothingIsLost() {
        assertThat(DiskSpace.notice(20 * GIGABYTE, null)).isEmpty();
        assertThat(DiskSpace.notice(20 * GIGABYTE, new Forecast(1, 1, 57))).isEmpty();
        assertThat(DiskSpace.notice(20 * GIGABYTE, new Forecast(1, 1, 42)).orElseThrow()).satisfies(notice -> {
            assertThat(notice.level()).isEqualTo("low");
            assertThat(notice.text()).contains("full in 6 weeks");
        });
        assertThat(DiskSpace.notice(2 * GIGABYTE, new Forecast(1, 1, 3)).orElseThrow()).satisfies(notice -> {
            assertThat(notice.level()).isEqualTo("critical");
            assertThat(notice.text()).contains("2048 MB are left, enough for 3 days",
                    "the bays keep what they measure");
        });
        assertThat(DiskSpace.notice(GIGABYTE / 4, null).orElseThrow().level()).isEqualTo("critical");
    }

    @Test
    void metrics_tellOfTheStore() {
        assertThat(anna.get("/prometheus").body()).contains("terminal30_history_windows_total",
                "terminal30_history_commit_changes_count", "terminal30_history_waiting",
                "terminal30_history_seal_seconds_count", "terminal30_history_damaged_total",
                "terminal30_history_file_bytes", "terminal30_history_journal_rows 0.0",
                "terminal30_history_thinned_total");
    }

    @Test
    @NeedsProgram("chromium")
    void page_showsItAndChangesIt() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            page.onDialog(Dialog::accept);
            page.navigate(dashboard.server().uri().resolve("/login").toString());
            page.locator("[name=name]").fill(TestDashboard.MANAGER);
            page.locator("[name=password]").fill(TestDashboard.PASSWORD);
            page.locator("[type=submit]").click();
            page.waitForURL(dashboard.server().uri() + "/");
            page.navigate(dashboard.server().uri().resolve("/storage").toString());
            assertThat(page.getByTestId("disk")).containsText("Free on the disk");

            page.locator("[name=secondDays]").fill("200");
            page.locator("[data-action=keep]").click();
            assertThat(page.locator("[data-fault-of=secondDays]")).containsText("at least as long as windows");
            page.locator("[name=windowDays]").fill("100");
            page.locator("[data-action=keep]").click();

            assertThat(page.getByTestId("keep-rule")).containsText("by Anna");
            assertThat(chromium.complaints()).filteredOn(complaint -> !complaint.contains("400")).isEmpty();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    private HttpResponse<String> keep(String windows, String seconds, String minutes) {
        return anna.put("/api/storage/keep",
                "{\"windowDays\":%s,\"secondDays\":%s,\"minuteDays\":%s}".formatted(windows,
                        seconds, minutes));
    }
}
