package org.terminal30.dashboard.web;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.testing.FakeBay;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

/** The diagnosis over HTTP, from records in the real store. */
@TestInstance(Lifecycle.PER_CLASS)
class DiagnosisTest {
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final long SECOND = 1_000_000_000L;

    private final TestDashboard dashboard;
    private final TestClient anna;
    private final long begin;

    DiagnosisTest(@TempDir Path folder) {
        dashboard = open(folder);
        anna = dashboard.manager();
        begin = EpochNanos.of(dashboard.server().part(Clock.class).instant()) - 7200 * SECOND;
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
    void riskAlone_isWhatTheDiagnosisSaysOfIt() {
        String car = register("D 0");
        String risk = anna.get("/api/vehicles/" + car + "/lock-risk").body();
        assertThat(risk).startsWith("{\"level\":\"unknown\",\"reasons\":[");
        assertThat(anna.get("/api/vehicles/" + car + "/diagnosis").body()).contains("\"risk\":" + risk);
        assertThat(anna.get("/api/vehicles/999999/lock-risk").statusCode()).isEqualTo(404);
    }

    @Test
    void vehicleWithoutAHistory_isNotEnoughAndUnknown() {
        String answer = anna.get("/api/vehicles/" + register("D 1") + "/diagnosis").body();
        assertThat(answer).contains("\"cause\":null", "No lock is entered", "\"level\":\"unknown\"")
                .contains("parasitic-drain", "contact-or-fuse", "battery-or-alternator", "unofficial-firmware",
                        "memory-module");
    }

    @Test
    void radioThatBreaksAloneWhenItLocks_isDiagnosedAsAContact() {
        String vehicle = register("D 2");
        FakeBay bay = dashboard.bay("2");
        StringBuilder lines = new StringBuilder(job("running", 1, vehicle, begin));
        for (int second = 0; second <= 7200; second += 5) {
            for (String channel : new String[]{"onboard", "radio"}) {
                lines.append("voltage,bay=2,channel=%s,site=main min=12.6,max=12.7,sum=12.65,n=1i %d\n"
                        .formatted(channel, begin + second * SECOND));
            }
        }
        for (int minute : new int[]{30, 60, 90}) {
            lines.append("""
                    event,bay=2,channel=radio,id=b-%d,kind=interruption,site=main \
                    rev=1i,open=false,duration=140000000i,min=0.1,saturated=false,clock="synchronised" %d
                    """.formatted(minute, begin + minute * 60L * SECOND));
        }
        lines.append(job("finished", 2, vehicle, begin + 7200 * SECOND));
        assertThat(bay.write(lines.toString()).statusCode()).isEqualTo(204);
        lock(vehicle, 30, "driving");
        lock(vehicle, 60, "driving");

        String answer = anna.get("/api/vehicles/" + vehicle + "/diagnosis").body();
        assertThat(answer).contains("\"cause\":\"contact-or-fuse\"", "both watched locks", "\"strength\":\"decisive\"",
                "\"level\":\"high\"", "\"radioWatchedHours\":2.0");
    }

    @Test
    void alternatorCheckThatFoundTooLittleCharging_isAnArgumentWithItsFigure() {
        String vehicle = register("D 6");
        String progress = """
                {"steps":[],"verdicts":[{"about":"raised","word":"undercharging","tint":"red","sinceMillis":1,\
                "evidence":[{"about":"charging","outcome":"failed","reason":"too-low","value":12.71,"limit":13.2,\
                "unit":"V","source":"B7"}]},{"about":"alternator","word":"undercharging","tint":"red",\
                "sinceMillis":1,"evidence":[]}],"figures":{},"question":"alternator"}""";
        assertThat(dashboard.bay("2").write("""
                job,bay=2,id=d-j2,site=main rev=1i,kind="alternator-check",state="finished",phase="engine",\
                started=%di,vehicle="%s",progress="%s" %d
                """.formatted(begin, vehicle, progress.replace("\"", "\\\""), begin + 600 * SECOND)).statusCode())
                .isEqualTo(204);

        assertThat(anna.get("/api/vehicles/" + vehicle + "/diagnosis").body())
                .contains("The alternator check says undercharging: 12.71 V at raised revs", "13.20 V");
    }

    @Test
    void whatSomebodyFoundOut_isKeptAndTheNewestCounts() {
        String vehicle = register("D 3");
        assertThat(inspect(vehicle, "firmware", "unofficial").statusCode()).isEqualTo(201);
        assertThat(risk(vehicle)).contains("unofficial firmware");
        assertThat(inspect(vehicle, "firmware", "official").statusCode()).isEqualTo(201);
        assertThat(risk(vehicle)).doesNotContain("The radio runs unofficial firmware");
        assertThat(anna.get("/api/vehicles/" + vehicle + "/inspections").body()).contains("\"unofficial\"",
                "\"official\"", "\"enteredBy\":\"Anna\"");
    }

    @Test
    void wrongFindings_areRefusedWithWhatWouldBeRight() {
        String path = "/api/vehicles/" + register("D 4") + "/inspections";
        assertThat(anna.post(path, "{}").body()).contains("subject", "firmware", "quiescent-load");
        assertThat(anna.post(path, "{\"subject\":\"firmware\",\"found\":\"odd\"}").body())
                .contains("must be one of official unofficial");
        assertThat(anna.post(path, "{\"subject\":\"quiescent-load\",\"found\":\"measured\"}").body())
                .contains("milliamperes", "must be given");
        HttpResponse<String> tooMuch = anna.post(path,
                "{\"subject\":\"quiescent-load\",\"found\":\"measured\",\"milliamperes\":-1}");
        assertThat(tooMuch.statusCode()).isEqualTo(400);
        assertThat(tooMuch.body()).contains("must be 0 or more");
    }

    @Test
    void unknownVehicle_isNotFound() {
        HttpResponse<String> answer = anna.get("/api/vehicles/999/diagnosis");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).contains("application/problem+json"));
        assertThat(anna.post("/api/vehicles/999/inspections", "{\"subject\":\"firmware\",\"found\":\"official\"}")
                .statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasDoneBefore_isOneOfTheKnownOccasions() {
        String vehicle = register("D 5");
        HttpResponse<String> answer = anna.post("/api/vehicles/" + vehicle + "/locks",
                "{\"at\":\"2026-11-20T10:00:00Z\",\"display\":\"CODE\",\"before\":\"flying\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("before", "battery-work", "ignition-on");
        lock(vehicle, 0, "battery-work");
        assertThat(anna.get("/api/vehicles/" + vehicle).body()).contains("\"before\":\"battery-work\"");
    }

    @Test
    void diagnosis_isDescribedForPrograms() {
        assertThat(anna.get("/openapi").body()).contains("/api/vehicles/{id}/diagnosis",
                "/api/vehicles/{id}/inspections");
    }

    private String risk(String vehicle) {
        return anna.get("/api/vehicles/" + vehicle + "/diagnosis").body();
    }

    private HttpResponse<String> inspect(String vehicle, String subject, String found) {
        return anna.post("/api/vehicles/" + vehicle + "/inspections",
                "{\"subject\":\"%s\",\"found\":\"%s\"}".formatted(subject, found));
    }

    private void lock(String vehicle, int minute, String before) {
        Instant at = EpochNanos.instant(begin + minute * 60L * SECOND);
        assertThat(anna.post("/api/vehicles/" + vehicle + "/locks",
                "{\"at\":\"%s\",\"display\":\"CODE\",\"before\":\"%s\"}".formatted(at, before)).statusCode())
                .isEqualTo(201);
    }

    private String job(String state, int revision, String vehicle, long at) {
        return """
                job,bay=2,id=d-j1,site=main rev=%di,kind="watch",state="%s",phase="watch",started=%di,vehicle="%s",who="Anna" %d
                """
                .formatted(revision, state, begin, vehicle, at);
    }

    private String register(String plate) {
        String body = anna.post("/api/vehicles",
                "{\"plate\":\"%s\",\"make\":\"Nissan\",\"model\":\"Almera\"}".formatted(plate)).body();
        Matcher id = ID.matcher(body);
        assertThat(id.find()).as(body).isTrue();
        return id.group(1);
    }
}
