package org.terminal30.dashboard.web;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.testing.EventStream;
import org.terminal30.dashboard.testing.FakeBay;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(Lifecycle.PER_CLASS)
class WorkshopDayTest {
    private static final Pattern ORDER = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern VEHICLE = Pattern.compile("\"id\":(\\d+)");

    private static final String DAY = "?from=2026-11-21T00:00:00Z&to=2026-11-22T00:00:00Z";

    private final TestDashboard dashboard;
    private final TestClient anna;
    private final Clock clock;
    private final long now;

    WorkshopDayTest(@TempDir Path folder) {
        dashboard = open(folder);
        anna = dashboard.manager();
        clock = dashboard.server().part(Clock.class);
        now = EpochNanos.of(clock.instant());
    }

    /** With another registry in a subclass. */
    TestDashboard open(Path folder) {
        return TestDashboard.fresh(folder);
    }

    @AfterAll
    void close() {
        dashboard.close();
    }

    @Test
    void confirmedOrder_startsTheJobAndItsVisitHasWhatWasMeasured() {
        FakeBay bay = dashboard.bay("1");
        String vehicle = register("A 417 KH");
        try (EventStream orders = bay.orders("1")) {
            CompletableFuture<HttpResponse<String>> start = CompletableFuture.supplyAsync(
                    () -> anna.post("/api/bays/1/job", "{\"kind\":\"watch\",\"vehicle\":" + vehicle + "}"));
            String order = orders.next("order").data();
            assertThat(order).contains("\"action\":\"start-job\"", "\"who\":\"Anna\"", "\"expectedRevision\":0");
            bay.write(job(1, "running", vehicle, now, ",order=\"" + first(ORDER, order) + "\""));
            assertThat(start.join().statusCode()).as(start.join().body()).isEqualTo(201);
            assertThat(start.join().body()).contains("\"plate\":\"A 417 KH\"", "\"state\":\"running\"");
        }
        bay.write("""
                voltage,bay=1,channel=onboard,site=main min=12.5,max=12.7,sum=12.6,n=1i %1$d
                voltage,bay=1,channel=onboard,site=main min=0.021,max=12.7,sum=6.0,n=1i %2$d
                voltage,bay=1,channel=onboard,site=main min=0.001,max=12.7,sum=6.0,n=1i %4$d
                event,bay=1,channel=onboard,id=v-1,kind=interruption,site=main \
                rev=1i,open=false,duration=1200400000i,min=0.021,saturated=false,clock="synchronised" %2$d
                %3$s""".formatted(now, now + 100_000_000, job(2, "finished", vehicle, now + 2_000_000_000, ""),
                now + 3_000_000_000L));

        String file = anna.get("/api/vehicles/" + vehicle).body();
        assertThat(file).contains("\"lowestVolts\":0.021", "\"longestBreakMillis\":1200.4", "\"events\":1",
                "\"alarms\":0", "\"locks\":[]");
        String range = "?from=" + EpochNanos.instant(now).minusSeconds(60) + "&to="
                + EpochNanos.instant(now).plusSeconds(60);
        assertThat(anna.get("/api/vehicles/" + vehicle + "/history" + range).body())
                .contains("\"min\":[", "0.021").doesNotContain("0.001");
        assertThat(anna.get("/api/vehicles/" + vehicle + "/events" + range).body()).contains("\"id\":\"v-1\"");
    }

    @Test
    void orderForABayThatIsAway_isNotSent() {
        dashboard.token("2");
        String vehicle = register("B-AB 2");

        HttpResponse<String> answer = anna.post("/api/bays/2/job",
                "{\"kind\":\"watch\",\"vehicle\":" + vehicle + "}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Bay 2 is not connected");
    }

    @Test
    void alarmIsShownAtOnceAndItsAnswersComeFromTheBay() {
        FakeBay bay = dashboard.bay("3");
        try (EventStream orders = bay.orders("3");
                EventStream live = anna.stream(URI.create("/api/bays/3/live"), "")) {
            assertThat(live.next("bay").data()).contains("\"online\":true", "\"alarms\":[]");
            bay.write(alarm(1, ""));
            assertThat(live.next("alarm").data()).contains("\"actions\":[\"acknowledge\",\"silence\",\"shelve\"]");

            CompletableFuture<HttpResponse<String>> refused = answer("w-a3", "acknowledge");
            bay.write(alarm(1, ",order=\"%s\",refused=\"the revision is 2\"".formatted(
                    first(ORDER, orders.next("order").data()))));
            assertThat(refused.join().statusCode()).isEqualTo(409);
            assertThat(refused.join().body()).contains("the revision is 2");

            CompletableFuture<HttpResponse<String>> unanswered = answer("w-a3", "silence");
            assertThat(unanswered.join().statusCode()).isEqualTo(202);
            assertThat(unanswered.join().body()).contains(first(ORDER, orders.next("order").data()));
        }
    }

    @Test
    void oldWindows_areStoredButNotShownLive() {
        FakeBay bay = dashboard.bay("4");
        try (EventStream live = anna.stream(URI.create("/api/bays/4/live"), "")) {
            live.next("bay");
            bay.write(voltage(4, now - 60_000_000_000L, 10.5));
            bay.write(voltage(4, EpochNanos.of(clock.instant()), 12.5));

            assertThat(live.next("window").data()).contains("\"min\":12.5");
        }
    }

    @Test
    void wrongEntries_areToldBesideTheField() {
        HttpResponse<String> vin = anna.post("/api/vehicles",
                "{\"plate\":\"\",\"make\":\"Nissan\",\"model\":\"Almera\",\"vin\":\"3N1CN7APXCL80O000\"}");
        assertThat(vin.statusCode()).isEqualTo(400);
        assertThat(vin.body()).contains("\"field\":\"plate\"", "must not be empty", "\"field\":\"vin\"",
                "it is probably a 0");
        register("C 1");
        HttpResponse<String> taken = anna.post("/api/vehicles",
                "{\"plate\":\"c-1\",\"make\":\"Nissan\",\"model\":\"Almera\"}");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("\"field\":\"plate\"");
    }

    @Test
    void lockEvent_isExactOrARange() {
        String locks = "/api/vehicles/" + register("D 1") + "/locks";
        HttpResponse<String> exact = anna.post(locks, "{\"at\":\"2026-11-21T10:00:00Z\",\"display\":\"CODE\"}");
        assertThat(exact.statusCode()).isEqualTo(201);
        assertThat(exact.body()).contains("\"from\":\"2026-11-21T10:00:00Z\"", "\"to\":\"2026-11-21T10:00:00Z\"",
                "\"enteredBy\":\"Anna\"");
        assertThat(anna.post(locks, "{\"from\":\"2026-11-21T10:00:00Z\",\"to\":\"2026-11-20T10:00:00Z\","
                + "\"display\":\"CODE\"}").statusCode()).isEqualTo(400);
        assertThat(anna.post(locks, "{\"at\":\"yesterday\",\"display\":\"CODE\"}").body())
                .contains("\"field\":\"at\"", "2026-11-21T10:00:00Z");
    }

    @Test
    void whatIsNotThere_isAProblem404() {
        for (String path : List.of("/api/bays/9", "/api/bays/9/live", "/api/vehicles/999", "/api/bays/9/events" + DAY,
                "/api/bays/9/history" + DAY, "/api/vehicles/999/history" + DAY, "/api/vehicles/999/events" + DAY,
                "/api/events/none",
                "/api/nothing")) {
            HttpResponse<String> answer = anna.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).as(path).hasValue("application/problem+json");
            assertThat(answer.body()).as(path).contains("\"status\":404", "\"title\":\"Not Found\"");
        }
        assertThat(anna.get("/api/bays/9").body()).contains("There is no bay 9.");
        assertThat(anna.get("/api/vehicles/999").body()).contains("There is no vehicle 999.");
        assertThat(anna.get("/api/events/none").body()).contains("There is no event none.");
        HttpResponse<String> alarm = anna.post("/api/alarms/none/reset", "{\"revision\":1}");
        assertThat(alarm.statusCode()).isEqualTo(404);
        assertThat(alarm.body()).contains("There is no alarm none.");
    }

    @Test
    void wrongOrders_nameTheField() {
        dashboard.token("5");
        assertFault("/api/bays/5/job", "{\"kind\":\"wash\",\"vehicle\":1}", "kind");
        assertFault("/api/bays/5/job", "{\"kind\":\"watch\",\"vehicle\":0}", "vehicle");
        assertFault("/api/bays/5/job", "{\"kind\":\"watch\",\"vehicle\":999}", "vehicle");
        assertFault("/api/bays/5/job/finish", "{\"revision\":0}", "revision");
        assertFault("/api/people", "{\"name\":\"\",\"role\":\"technician\",\"password\":\"a long enough one\"}",
                "name");
        assertFault("/api/people", "{\"name\":\"Ben\",\"role\":\"technician\",\"password\":\"short\"}", "password");
    }

    private void assertFault(String path, String json, String field) {
        HttpResponse<String> answer = anna.post(path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    private CompletableFuture<HttpResponse<String>> answer(String alarm, String action) {
        return CompletableFuture.supplyAsync(
                () -> anna.post("/api/alarms/" + alarm + "/" + action, "{\"revision\":1}"));
    }

    private String register(String plate) {
        HttpResponse<String> answer = anna.post("/api/vehicles", """
                {"plate":"%s","make":"Nissan","model":"Almera","generation":"G15"}""".formatted(plate));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return first(VEHICLE, answer.body());
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private String job(int revision, String state, String vehicle, long at, String more) {
        return ("job,bay=1,id=w-j1,site=main rev=%di,kind=\"watch\",state=\"%s\",phase=\"watch\",started=%di,"
                + "vehicle=\"%s\"%s %d").formatted(revision, state, now, vehicle, more, at);
    }

    private String alarm(int revision, String more) {
        return ("alarm,bay=3,channel=onboard,id=w-a3,site=main rev=%di,kind=\"interruption\",priority=\"critical\","
                + "state=\"unacknowledged\",condition=true,raised=%di,silenced_until=0i%s %d")
                .formatted(revision, now, more, now);
    }

    private static String voltage(int bay, long at, double volts) {
        return "voltage,bay=%d,channel=onboard,site=main min=%s,max=13.0,sum=13.0,n=1i %d".formatted(bay, volts, at);
    }
}
