package org.terminal30.dashboard.web;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.testing.EventStream;
import org.terminal30.dashboard.testing.FakeBay;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

/** A job with steps as the dashboard takes it in, shows it and asks for it. */
class ProcedureTest {
    private static final Pattern ORDER = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final TestDashboard dashboard;
    private final TestClient anna;
    private final FakeBay bay;
    private final long now;

    ProcedureTest(@TempDir Path folder) {
        dashboard = open(folder);
        anna = dashboard.manager();
        bay = dashboard.bay("1");
        now = EpochNanos.of(dashboard.server().part(Clock.class).instant());
    }

    /** With another registry in a subclass. */
    TestDashboard open(Path folder) {
        return TestDashboard.fresh(folder);
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String progress(String step) {
        return """
                {"steps":[{"id":"quiescent-load","how":"measured","state":"%s"}],"verdicts":[{"about":"disconnect",\
                "word":"not-proven","tint":"amber","sinceMillis":1763683230000,"evidence":[{"about":"alive",\
                "outcome":"not-measured","reason":"no-backup-channel"}]}],"figures":{"lowestVolts":11.5},\
                "question":"disconnect"}""".formatted(step);
    }

    private String swap(int revision, String step, String more) {
        return "job,bay=1,id=s1,site=main rev=%di,kind=\"battery-swap\",state=\"running\",phase=\"armed\",started=%di,progress=%s%s %d"
                .formatted(revision, now, quoted(progress(step)), more, now + revision);
    }

    @Test
    void progressOfAJob_isShownAsTheBayToldIt() {
        bay.write(swap(1, "waiting", ""));

        assertThat(anna.get("/api/bays/1").body()).contains("\"kind\":\"battery-swap\"",
                "\"id\":\"quiescent-load\",\"how\":\"measured\",\"state\":\"waiting\"", "\"word\":\"not-proven\"",
                "\"tint\":\"amber\"", "\"since\":\"2025-11-21T00:00:30Z\"", "\"outcome\":\"not-measured\"",
                "\"question\":\"disconnect\"");
    }

    @Test
    void progressThatCannotBeRead_isABadLine() {
        HttpResponse<String> answer = bay.write(swap(1, "guessed", ""));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("must be one of waiting done not-confirmed skipped failed");
    }

    @Test
    void whatIsSaidOfAStep_goesToTheBayAndItsAnswerComesBack() {
        bay.write(swap(1, "waiting", ""));
        try (EventStream orders = bay.orders("1")) {
            CompletableFuture<HttpResponse<String>> said = CompletableFuture.supplyAsync(
                    () -> anna.post("/api/bays/1/job/steps/quiescent-load", "{\"value\":\"0,4\"}"));
            String order = orders.next("order").data();
            assertThat(order).contains("\"action\":\"tick-step\"", "\"job\":\"s1\"", "\"step\":\"quiescent-load\"",
                    "\"value\":\"0,4\"", "\"who\":\"Anna\"");
            bay.write(swap(2, "done", ",order=\"" + first(order) + "\""));
            assertThat(said.join().statusCode()).as(said.join().body()).isEqualTo(200);
            assertThat(said.join().body()).contains("\"state\":\"done\"");
        }
    }

    @Test
    void alternatorCheck_isStartedLikeAnyJob() {
        long car = id(anna.post("/api/vehicles", "{\"plate\":\"B-T 30\",\"make\":\"Nissan\",\"model\":\"Almera\"}"));

        assertThat(orderOf("{\"kind\":\"alternator-check\",\"vehicle\":%d}".formatted(car)))
                .contains("\"action\":\"start-job\"", "\"kind\":\"alternator-check\"");
    }

    @Test
    void swapOfACarWhoseRadioIsKnown_isToldWhatTheRadioWantsAndWhereItsCodeLies() {
        long car = id(anna.post("/api/vehicles", "{\"plate\":\"B-T 30\",\"make\":\"Nissan\",\"model\":\"Almera\"}"));
        long radio = id(anna.post("/api/head-units",
                """
                        {"maker":"Panasonic","profile":"almera-g15-nissan-connect","codePlace":"card","codePlaceNote":"glove box"}"""));
        anna.post("/api/head-units/%d/fit".formatted(radio), "{\"vehicle\":%d}".formatted(car));

        String order = orderOf("{\"kind\":\"battery-swap\",\"vehicle\":%d}".formatted(car));

        assertThat(order).contains(
                "\"standby\":[\"Take the USB stick out\",\"Disconnect Bluetooth\",\"Hold Power for 5 s:",
                "\"codePlace\":\"Code card: glove box\"");
    }

    @Test
    void finishedSwapThatNamesTheNewBattery_entersItAtTheVehicle() {
        long car = id(anna.post("/api/vehicles", "{\"plate\":\"B-T 30\",\"make\":\"Nissan\",\"model\":\"Almera\"}"));
        String type = "{\"steps\":[{\"id\":\"battery-type\",\"words\":\"AGM, 70 Ah\",\"how\":\"entered\",\"state\":\"done\"}]}";
        for (String state : List.of("running", "finished")) {
            assertThat(anna.get("/api/vehicles/" + car).body()).contains("\"batteryType\":null");
            bay.write(
                    "job,bay=1,id=s1,site=main rev=%di,kind=\"battery-swap\",state=\"%s\",phase=\"engine\",started=%di,vehicle=\"%d\",progress=%s %d"
                            .formatted(state.length(), state, now, car, quoted(type), now + state.length()));
        }
        assertThat(anna.get("/api/vehicles/" + car).body()).contains("\"batteryType\":\"agm\"",
                "\"batteryAmpHours\":70", "\"batteryFittedOn\":\"" + LocalDate.now(dashboard.server().part(Clock.class)
                        .withZone(ZoneId.systemDefault())));
    }

    /** The order that a start becomes. */
    private String orderOf(String start) {
        bay.write(
                "agent,bay=1,site=main version=\"1\",source=\"fake\",watching=true,vehicle=true,rate=860.0,malformed=0i,pending=0i,quarantined=0i,boot=1i,clock=\"synchronised\" %d"
                        .formatted(now));
        try (EventStream orders = bay.orders("1")) {
            CompletableFuture<HttpResponse<String>> started = CompletableFuture
                    .supplyAsync(() -> anna.post("/api/bays/1/job", start));
            String order = orders.next("order").data();
            bay.write(
                    "job,bay=1,id=none,site=main rev=1i,kind=\"watch\",state=\"none\",phase=\"no-job\",started=0i,order=\"%s\",refused=\"not now\" %d"
                            .formatted(first(order), now + 1));
            assertThat(started.join().statusCode()).as(started.join().body()).isEqualTo(409);
            return order;
        }
    }

    private static long id(HttpResponse<String> answer) {
        Matcher matcher = Pattern.compile("\"id\":(\\d+)").matcher(answer.body());
        assertThat(matcher.find()).as(answer.body()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    @Test
    void stepWithoutAJob_isAConflict() {
        HttpResponse<String> answer = anna.post("/api/bays/1/job/steps/code-known", "{}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("No job is running in bay 1.");
    }

    private static String first(String order) {
        Matcher matcher = ORDER.matcher(order);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
