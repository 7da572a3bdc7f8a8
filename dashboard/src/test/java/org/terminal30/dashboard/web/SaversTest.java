package org.terminal30.dashboard.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.dashboard.saver.Savers;
import org.terminal30.dashboard.testing.EventStream;
import org.terminal30.dashboard.testing.FakeBay;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

/** The memory savers of the workshop, their load tests, and what a swap is told of them. */
class SaversTest {
    private static final String PASSED = "{\"amperes\":1.8,\"seconds\":10,\"heldVolts\":11.4}";

    private final TestDashboard dashboard;
    private final TestClient anna;

    SaversTest(@TempDir Path folder) {
        dashboard = open(folder);
        anna = dashboard.manager();
    }

    /** With another registry in a subclass. */
    TestDashboard open(Path folder) {
        return TestDashboard.fresh(folder);
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    private HttpResponse<String> add(String name, String more) {
        return anna.post("/api/savers", "{\"name\":\"%s\",\"noLoadVolts\":12.0%s}".formatted(name, more));
    }

    @Test
    void saverOfWhichLittleIsSaid_hasWhatIsUsual() {
        assertThat(add("Saver 1", "").body()).contains("\"name\":\"Saver 1\"", "\"diode\":\"box\"",
                "\"diodeVolts\":0.35", "\"holdFloorVolts\":10.5", "\"retired\":false", "\"testedToday\":false",
                "\"testLimitVolts\":10.85");
        assertThat(add("Saver 2", ",\"diode\":\"none\",\"diodeVolts\":0.7").body()).contains("\"diodeVolts\":0.0");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name           | {"noLoadVolts":12}                                       | must not be empty
            noLoadVolts    | {"name":"a"}                                             | must be measured
            noLoadVolts    | {"name":"a","noLoadVolts":6}                             | must be 9 V or more
            ratingAmperes  | {"name":"a","noLoadVolts":12,"ratingAmperes":0}          | must be 0.05 A or more
            diode          | {"name":"a","noLoadVolts":12,"diode":"outside"}          | must be inside, box or none
            diodeVolts     | {"name":"a","noLoadVolts":12,"diodeVolts":2}             | must be 1.5 V or less
            holdFloorVolts | {"name":"a","noLoadVolts":12,"holdFloorVolts":11.8}      | must be below 11.65 V
            """)
    void saverThatCannotBe_isRefusedBesideItsField(String field, String entry, String fault) {
        HttpResponse<String> answer = anna.post("/api/savers", entry);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(field, fault);
    }

    @Test
    void nameOfAnotherSaver_isRefusedHoweverItIsSpelled() {
        long first = id(add("Saver 1", ""));
        assertThat(add("saver-1", "").statusCode()).isEqualTo(409);
        assertThat(put("/api/savers/" + first, "{\"name\":\"SAVER 1\",\"noLoadVolts\":12.4}").body())
                .contains("\"name\":\"SAVER 1\"", "\"noLoadVolts\":12.4");
    }

    @Test
    void loadTestOfToday_countsUntilAnotherFails() {
        long saver = id(add("Saver 1", ""));
        assertThat(test(saver, PASSED).body()).contains("\"testedToday\":true", "\"passed\":true",
                "\"limitVolts\":10.85", "\"enteredBy\":\"Anna\"");
        assertThat(test(saver, "{\"amperes\":1.8,\"seconds\":10,\"heldVolts\":10.8}").body())
                .contains("\"testedToday\":false", "\"passed\":false", "\"passed\":true");
    }

    @Test
    void loadTestThatWasTooShort_provesNothing() {
        long saver = id(add("Saver 1", ""));
        assertThat(test(saver, "{\"amperes\":1.8,\"seconds\":9,\"heldVolts\":11.9}").body())
                .contains("\"testedToday\":false", "\"passed\":false");
    }

    @Test
    void loadTestOfYesterday_doesNotCountToday() {
        long saver = id(add("Saver 1", ""));
        assertThat(test(saver, PASSED.replace("}", ",\"testedOn\":\"%s\"}".formatted(today().minusDays(1)))).body())
                .contains("\"testedToday\":false", "\"passed\":true");
    }

    @Test
    void loadTestThatCannotBe_isRefusedBesideItsField() {
        long saver = id(add("Saver 1", ""));
        assertThat(test(saver, "{\"seconds\":10}").body()).contains("must say what the load drew",
                "must be measured at the end of its lead");
        assertThat(test(saver, PASSED.replace("}", ",\"testedOn\":\"%s\"}".formatted(today().plusDays(1)))).body())
                .contains("testedOn", "must not be after today");
        assertThat(test(99, PASSED).body()).contains("There is no saver 99.");
    }

    @Test
    void swapWithAChosenSaver_isToldItsFiguresAndItsTest() {
        long car = car();
        long saver = id(add("Saver 7", ",\"ratingAmperes\":3,\"holdFloorVolts\":11.0"));
        test(saver, PASSED);
        FakeBay bay = dashboard.bay("1");
        bay.write(
                "agent,bay=1,site=main version=\"1\",source=\"fake\",watching=true,vehicle=true,rate=860.0,malformed=0i,pending=0i,quarantined=0i,boot=1i,clock=\"synchronised\" 1763683200000000000");
        try (EventStream orders = bay.orders("1")) {
            CompletableFuture<HttpResponse<String>> started = CompletableFuture
                    .supplyAsync(() -> start(car, String.valueOf(saver)));
            String order = orders.next("order").data();
            bay.write(
                    "job,bay=1,id=none,site=main rev=1i,kind=\"watch\",state=\"none\",phase=\"no-job\",started=0i,order=\"%s\",refused=\"not now\" 1763683200000000000"
                            .formatted(first("\"id\":\"([^\"]+)\"", order)));
            started.join();
            assertThat(order).contains(
                    "\"saver\":{\"name\":\"Saver 7\",\"noLoadVolts\":12.0,\"ratingAmperes\":3.0,\"diodeVolts\":0.35,\"holdFloorVolts\":11.0,\"testedAmperes\":1.8}");
        }
    }

    @Test
    void swapWithASaverThatIsNotThere_isRefused() {
        long car = car();
        dashboard.bay("1").write(
                "agent,bay=1,site=main version=\"1\",source=\"fake\",watching=true,vehicle=true,rate=860.0,malformed=0i,pending=0i,quarantined=0i,boot=1i,clock=\"synchronised\" 1763683200000000000");
        assertThat(start(car, "99").body()).contains("\"field\":\"saver\"", "is not registered");
        long saver = id(add("Saver 1", ",\"retired\":true"));
        assertThat(start(car, String.valueOf(saver)).body()).contains("\"field\":\"saver\"", "is retired");
    }

    private long car() {
        return id(anna.post("/api/vehicles", "{\"plate\":\"B-T 30\",\"make\":\"Nissan\",\"model\":\"Almera\"}"));
    }

    private HttpResponse<String> start(long car, String saver) {
        return anna.post("/api/bays/1/job",
                "{\"kind\":\"battery-swap\",\"vehicle\":%d,\"saver\":%s}".formatted(car, saver));
    }

    private HttpResponse<String> test(long saver, String entry) {
        return anna.post("/api/savers/%d/tests".formatted(saver), entry);
    }

    private HttpResponse<String> put(String path, String json) {
        return anna.send(anna.to(path).header("Content-Type", "application/json").header("X-CSRF-TOKEN", anna
                .csrfToken()).PUT(BodyPublishers.ofString(json)));
    }

    private LocalDate today() {
        assertThat(dashboard.server().part(ZoneId.class)).isEqualTo(ZoneId.systemDefault());
        return dashboard.server().part(Savers.class).today();
    }

    private static long id(HttpResponse<String> answer) {
        return Long.parseLong(first("\"id\":(\\d+)", answer.body()));
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
