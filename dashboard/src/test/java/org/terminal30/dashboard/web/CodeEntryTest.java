package org.terminal30.dashboard.web;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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

/** What a code entry is told at its start: rules, sources, and what the radio has refused before. */
class CodeEntryTest {
    private final TestDashboard dashboard;
    private final TestClient anna;
    private final FakeBay bay;
    private final long now;

    CodeEntryTest(@TempDir Path folder) {
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

    private long car(String plate) {
        return number("id", anna.post("/api/vehicles",
                "{\"plate\":\"%s\",\"make\":\"Nissan\",\"model\":\"Note\"}".formatted(plate)).body());
    }

    private long radio() {
        return number("id", anna.post("/api/head-units",
                "{\"maker\":\"Clarion\",\"profile\":\"note\",\"codePlace\":\"card\"}").body());
    }

    private void fit(long radio, long car) {
        assertThat(anna.post("/api/head-units/%d/fit".formatted(radio), "{\"vehicle\":%d}".formatted(car))
                .statusCode()).isLessThan(300);
    }

    /** The order that a start becomes; the bay refuses it. */
    private String orderFor(long car) {
        bay.write(
                "agent,bay=1,site=main version=\"1\",source=\"fake\",watching=true,vehicle=true,rate=860.0,malformed=0i,"
                        + "pending=0i,quarantined=0i,boot=1i,clock=\"synchronised\" " + now);
        try (EventStream orders = bay.orders("1")) {
            CompletableFuture<HttpResponse<String>> started = CompletableFuture.supplyAsync(
                    () -> anna.post("/api/bays/1/job", "{\"kind\":\"code-entry\",\"vehicle\":%d}".formatted(car)));
            String order = orders.next("order").data();
            bay.write(
                    "job,bay=1,id=none,site=main rev=1i,kind=\"watch\",state=\"none\",phase=\"no-job\",started=0i,order=\"%s\",refused=\"not now\" %d"
                            .formatted(found("\"id\":\"([^\"]+)\"", order), now + 1));
            assertThat(started.join().statusCode()).as(started.join().body()).isEqualTo(409);
            return order;
        }
    }

    /** A code entry that ended with this question; its verdict stands since {@code sinceNanos}. */
    private void ended(String id, long car, int refused, String question, String word, long sinceNanos) {
        String progress = """
                {"steps":[],"verdicts":[{"about":"%s","word":"%s","tint":"white","sinceMillis":%d,"evidence":[]}],\
                "figures":{"refusedCodes":%d},"question":"%s"}""".formatted(question, word, sinceNanos / 1_000_000,
                refused, question);
        bay.write(
                "job,bay=1,id=%s,site=main rev=1i,kind=\"code-entry\",state=\"aborted\",phase=\"code-entry\",started=%di,vehicle=\"%d\",progress=\"%s\" %d"
                        .formatted(id, sinceNanos, car, progress.replace("\"", "\\\""), sinceNanos + 1));
    }

    @Test
    void carWithAKnownRadio_isToldItsRulesWithTheirSources() {
        long car = car("B-T 30");
        fit(radio(), car);

        assertThat(orderFor(car)).contains("\"kind\":\"code-entry\"", "\"codePlace\":\"Code card\"", "\"refused\":0",
                "\"attempts\":3",
                "\"lockouts\":{\"codesPerWait\":3,\"waits\":[{\"minMinutes\":60,\"maxMinutes\":60},{\"minMinutes\":60}]}",
                "\"ignitionOn\":true", "\"engineRunning\":false", "\"entry\":[\"Ignition on, engine off\"",
                "\"ignition\":\"Ignition on, by S3. Others: off (S3").doesNotContain("lockedSeconds");
    }

    @Test
    void carWithoutARadio_isToldNothing() {
        assertThat(orderFor(car("B-T 31"))).doesNotContain("\"code\"");
    }

    @Test
    void codesRefusedInAnEarlierJob_goWithTheRadioIntoAnotherCar() {
        long first = car("B-T 32");
        long radio = radio();
        fit(radio, first);
        ended("c1", first, 2, "entry", "last-attempt", now - Duration.ofDays(1).toNanos());
        assertThat(orderFor(first)).contains("\"refused\":2").doesNotContain("lockedSeconds");

        assertThat(
                anna.post("/api/head-units/%d/remove".formatted(radio), "{\"removedOn\":\"2026-11-20\"}").statusCode())
                .isLessThan(300);
        long second = car("B-T 33");
        fit(radio, second);
        assertThat(orderFor(second)).contains("\"refused\":2");
        assertThat(orderFor(first)).doesNotContain("\"code\"");
    }

    @Test
    void lockoutThatNobodySawTheEndOf_isStillRunning() {
        long car = car("B-T 34");
        fit(radio(), car);
        ended("c1", car, 3, "wait", "counting-down", now - Duration.ofMinutes(20).toNanos());

        String order = orderFor(car);
        assertThat(order).contains("\"refused\":3");
        assertThat(number("lockedSeconds", order)).isBetween(1_200L, 1_260L);
    }

    @Test
    void codeThatWasAccepted_beginsTheCountAnew() {
        long car = car("B-T 35");
        fit(radio(), car);
        ended("c1", car, 2, "entry", "ready", now - Duration.ofDays(2).toNanos());
        ended("c2", car, 0, "code", "accepted", now - Duration.ofDays(1).toNanos());

        assertThat(orderFor(car)).contains("\"refused\":0");
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static long number(String name, String json) {
        return Long.parseLong(found("\"" + name + "\":(\\d+)", json));
    }
}
