package org.terminal30.dashboard.web;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.testing.Chromium;
import org.terminal30.dashboard.testing.EventStream;
import org.terminal30.dashboard.testing.FakeBay;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.testing.NeedsProgram;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Putting an alarm away, from the tap to the bay and back. */
class ShelvingTest {
    private static final Pattern ORDER = Pattern.compile("\"id\":\"([^\"]+)\"");

    private TestDashboard dashboard;
    private TestClient anna;
    private FakeBay bay;
    private long now;

    @BeforeEach
    void start(@TempDir Path folder) {
        dashboard = open(folder);
        anna = dashboard.manager();
        bay = dashboard.bay("1");
        now = EpochNanos.of(dashboard.server().part(Clock.class).instant());
        bay.write(alarm(1, "unacknowledged", "warning", ",phase=\"watch\""));
    }

    /** With another registry in a subclass. */
    TestDashboard open(Path folder) {
        return TestDashboard.fresh(folder);
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    private String alarm(int revision, String state, String priority, String more) {
        return ("alarm,bay=1,channel=onboard,id=a1,site=main rev=%di,kind=\"low\",priority=\"%s\",state=\"%s\","
                + "condition=true,raised=%di,silenced_until=0i%s %d")
                .formatted(revision, priority, state, now, more, now + revision);
    }

    private String shelved(int revision, String order) {
        return alarm(revision, "shelved", "warning", (",phase=\"watch\",count=5i,shelved_until=%di,shelved_by=\"Anna\","
                + "why=\"lamp is wanted\",who=\"Anna\",order=\"%s\"").formatted(now + 300_000_000_000L, order));
    }

    private static String orderId(String json) {
        Matcher id = ORDER.matcher(json);
        assertThat(id.find()).as(json).isTrue();
        return id.group(1);
    }

    @Test
    void shelving_goesToTheBayAndItsAnswerSaysWhoWhyAndUntilWhen() {
        try (EventStream orders = bay.orders("1")) {
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> anna
                    .post("/api/alarms/a1/shelve", "{\"revision\":1,\"minutes\":5,\"why\":\"lamp is wanted\"}"));
            String order = orders.next("order").data();
            assertThat(order).contains("\"action\":\"shelve\"", "\"alarm\":\"a1\"", "\"expectedRevision\":1",
                    "\"minutes\":5", "\"why\":\"lamp is wanted\"", "\"who\":\"Anna\"");
            bay.write(shelved(2, orderId(order)));
            assertThat(answer.join().statusCode()).isEqualTo(200);
            assertThat(answer.join().body()).contains("\"state\":\"shelved\"", "\"by\":\"Anna\"",
                    "\"why\":\"lamp is wanted\"", "\"count\":5", "\"acknowledgedBy\":null",
                    "\"actions\":[\"unshelve\"]");
        }
    }

    @Test
    void shelvingThatTheBayRefuses_is409WithItsReason() {
        try (EventStream orders = bay.orders("1")) {
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(
                    () -> anna.post("/api/alarms/a1/unshelve", "{\"revision\":1}"));
            String order = orderId(orders.next("order").data());
            bay.write(alarm(1, "unacknowledged", "warning",
                    ",phase=\"watch\",order=\"%s\",refused=\"the alarm is not shelved\"".formatted(order)));
            assertThat(answer.join().statusCode()).isEqualTo(409);
            assertThat(answer.join().headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.join().body()).contains("the alarm is not shelved");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"revision":1,"minutes":0,"why":"lamp"}  | minutes
            {"revision":1,"minutes":16,"why":"lamp"} | minutes
            {"revision":1,"minutes":5,"why":" "}     | why
            {"revision":1,"minutes":5}               | why
            {"revision":0,"minutes":5,"why":"lamp"}  | revision
            """)
    void shelvingWithoutWhatItNeeds_isRefusedBesideTheField(String json, String field) {
        HttpResponse<String> answer = anna.post("/api/alarms/a1/shelve", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void alarmAnsweredAfterItsJob_staysWithTheJob() {
        bay.write(alarm(2, "returned-unacknowledged", "warning", ",job=\"j1\""));
        bay.write(alarm(3, "normal", "warning", ",who=\"Anna\""));
        assertThat(anna.get("/api/alarms?all=true").body()).contains("\"state\":\"normal\"", "\"job\":\"j1\"");
    }

    @Test
    void reasonTooLong_isRefused() {
        HttpResponse<String> answer = anna.post("/api/alarms/a1/shelve",
                "{\"revision\":1,\"minutes\":5,\"why\":\"%s\"}".formatted("x".repeat(121)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("at most 120 characters");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({"interruption, armed, false", "backup-lost, armed, false", "feed-lost, armed, false",
            "critical, armed, true", "interruption, watch, true"})
    void buttonForShelving_isNotOfferedWhereTheBayForbidsIt(String kind, String phase, boolean offered) {
        bay.write(alarm(2, "unacknowledged", "critical", ",phase=\"%s\"".formatted(phase)).replace("\"low\"",
                "\"%s\"".formatted(kind)));
        assertThat(anna.get("/api/alarms").body().contains("\"shelve\"")).isEqualTo(offered);
    }

    @Test
    @NeedsProgram("chromium")
    void twoTaps_shelveAndOneWakes() {
        try (EventStream orders = bay.orders("1"); Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            page.navigate(dashboard.server().uri().resolve("/login").toString());
            page.locator("[name=name]").fill(TestDashboard.MANAGER);
            page.locator("[name=password]").fill(TestDashboard.PASSWORD);
            page.locator("button[type=submit]").click();
            page.navigate(dashboard.server().uri().resolve("/bays/1").toString());
            Locator card = page.locator(".alarm[data-alarm-id=a1]");
            card.locator("[data-action=shelve]").click();
            card.locator("[data-why='Load is wanted']").click();
            String order = orders.next("order").data();
            assertThat(order).contains("\"minutes\":15", "\"why\":\"Load is wanted\"");
            bay.write(shelved(2, orderId(order)));
            assertThat(card).containsText("Shelved by Anna: lamp is wanted.");
            assertThat(card).containsText("wakes in");
            assertThat(card).containsText("5 times in");
            assertThat(page.locator("[data-role=alarm-count]")).hasText("1 shelved");

            card.locator("[data-action=unshelve]").click();
            String waking = orders.next("order").data();
            assertThat(waking).contains("\"action\":\"unshelve\"", "\"expectedRevision\":2");
            bay.write(alarm(3, "suppressed", "status", ",phase=\"preparing\",order=\"%s\"".formatted(orderId(waking))));
            assertThat(card).containsText("Status only");
            assertThat(card.locator("button:visible")).hasCount(0);
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
