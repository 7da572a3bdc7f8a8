package org.terminal30.dashboard.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.headunit.HeadUnitProfile;
import org.terminal30.dashboard.headunit.HeadUnitProfiles;
import org.terminal30.dashboard.profile.LockoutStep;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(Lifecycle.PER_CLASS)
class HeadUnitsTest {
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private final TestDashboard dashboard;
    private final TestClient anna;
    private final AtomicInteger plates = new AtomicInteger();

    HeadUnitsTest(@TempDir Path folder) {
        dashboard = open(folder);
        anna = dashboard.manager();
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
    void headUnit_movesBetweenCarsWithDates() {
        long unit = unit("PN 11 22", "almera-g15-panasonic");
        long first = car();
        long second = car();
        assertThat(fit(unit, first, "2024-05").statusCode()).isEqualTo(201);
        assertThat(fit(unit, second, "2025-01-01").body()).contains("\"field\":\"vehicle\"",
                "enter its removal first");
        assertThat(fit(unit("PN 11 23", "other"), first, null).body()).contains("has another head unit");
        assertThat(post(unit, "/remove", "{\"removedOn\":\"2023\"}").body()).contains("\"field\":\"removedOn\"",
                "before it was fitted");
        assertThat(post(unit, "/remove", "{\"removedOn\":\"2025-03-01\"}").statusCode()).isEqualTo(200);
        assertThat(post(unit, "/remove", "{\"removedOn\":\"2025-03-01\"}").statusCode()).isEqualTo(409);
        assertThat(fit(unit, second, "2025-02-28").body()).contains("\"field\":\"fittedOn\"",
                "before the last removal");
        assertThat(fit(unit, second, "2025-03-01").body()).contains("\"removedOn\":\"2025-03-01\"",
                "\"fittedOn\":\"2025-03-01\"");
        assertThat(anna.get("/api/vehicles/" + first + "/head-unit").body()).contains("\"fitted\":null",
                "\"fittedOn\":\"2024-05\"");
        assertThat(anna.get("/api/vehicles/" + second + "/head-unit").body()).contains("\"fitted\":{\"headUnit\":"
                + unit);
    }

    @Test
    void stayThatWasEnteredWrong_isTakenBackAndStaysOnRecord() {
        long unit = unit("PN 33 44", "other");
        long wrong = car();
        long right = car();
        Matcher stay = ID.matcher(fit(unit, wrong, "2024").body().replaceFirst(".*\"fittings\":", ""));
        assertThat(stay.find()).isTrue();
        String path = "/fittings/" + stay.group(1) + "/take-back";

        assertThat(post(unit, path, "{\"why\":\" \"}").body()).contains("\"field\":\"why\"", "must say what was wrong");
        assertThat(post(unit("PN 33 45", "other"), path, "{\"why\":\"x\"}").statusCode()).isEqualTo(404);
        assertThat(post(unit, path, "{\"why\":\"wrong car chosen\"}").body()).contains("\"fittings\":[]",
                "\"corrections\":[{", "\"why\":\"wrong car chosen\"", "\"fittedOn\":\"2024\"");
        assertThat(fit(unit, right, "2023").statusCode()).as("the wrong stay is in nobody's way").isEqualTo(201);
    }

    @Test
    void findingAboutTheUnit_movesWithIt_andOneAboutTheCarStays() {
        long unit = unit("PN 55 66", "other");
        long first = car();
        long second = car();
        fit(unit, first, null);
        found(first, "firmware", "unofficial");
        found(first, "radio-connector", "clean");
        post(unit, "/remove", "{\"removedOn\":\"2026-01-01\"}");
        fit(unit, second, "2026-01-01");

        assertThat(anna.get("/api/vehicles/" + first + "/inspections").body()).contains("radio-connector")
                .doesNotContain("firmware");
        assertThat(anna.get("/api/vehicles/" + second + "/inspections").body()).contains("unofficial")
                .doesNotContain("radio-connector");
    }

    private void found(long vehicle, String subject, String what) {
        assertThat(anna.post("/api/vehicles/" + vehicle + "/inspections",
                "{\"subject\":\"%s\",\"found\":\"%s\"}".formatted(subject, what)).statusCode()).isEqualTo(201);
    }

    @Test
    void kindThatTheLibraryLacks_isEnteredWithItsSourceAndUsed() {
        String juke = "{\"name\":\"Juke F15, Clarion\",\"maker\":\"Clarion\",\"alike\":\"clarion\",\"source\":\"sticker\"}";
        assertThat(anna.post("/api/profiles", juke.replace("sticker", " ")).body()).contains("\"field\":\"source\"");
        assertThat(anna.post("/api/profiles", juke.replace("\"clarion\"", "\"own-x\"")).body())
                .contains("\"field\":\"alike\"", "no shipped profile");
        HttpResponse<String> entered = anna.post("/api/profiles", juke);
        assertThat(entered.statusCode()).isEqualTo(201);
        assertThat(entered.body()).contains("\"id\":\"own-juke-f15-clarion\"", "\"source\":\"sticker\"");
        assertThat(anna.post("/api/profiles", juke.replace("Juke F15", "juke  f15")).statusCode()).isEqualTo(409);
        assertThat(anna.get("/api/profiles").body()).contains("own-juke-f15-clarion");

        unit("CL 12 34 56", "own-juke-f15-clarion");
        assertThat(anna.post("/api/profiles/own-juke-f15-clarion/forget", "{}").body()).contains("Head units are of");
        assertThat(anna.post("/api/profiles/clarion/forget", "{}").statusCode()).isEqualTo(404);
        anna.post("/api/profiles", juke.replace("Juke F15", "Note E11"));
        assertThat(anna.post("/api/profiles/own-note-e11-clarion/forget", "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void search_findsByPlateVinAndSerialHoweverTheyAreTyped() {
        long car = register("XO 101 TA", "Z8NBAABC5E0012345");
        long unit = unit("CL-90 I8O-77", "clarion");
        fit(unit, car, null);
        for (String typed : new String[]{"xo101", "X0-1O1", "ХО 101", "nbaabc5eoo123", "9018077", "cl 9oi"}) {
            assertThat(search("/api/vehicles", typed)).as(typed).contains("\"plate\":\"XO 101 TA\"");
            assertThat(search("/api/head-units", typed)).as(typed).contains("\"serial\":\"CL-90 I8O-77\"");
        }
        assertThat(search("/api/head-units", "clarion")).contains("CL-90 I8O-77");
        assertThat(search("/api/vehicles", "no such thing")).isEqualTo("[]");
        post(unit, "/remove", "{\"removedOn\":\"2026-01-01\"}");
        assertThat(search("/api/vehicles", "9018077")).isEqualTo("[]");
    }

    @Test
    void serialNumber_isDoubtedButOnlyRefusedWhenItIsAnothers() {
        unit("CM 7700", "clarion");
        HttpResponse<String> same = add("cm-7700", "clarion");
        assertThat(same.statusCode()).isEqualTo(409);
        assertThat(same.body()).contains("\"field\":\"serial\"", "belongs to head unit");
        HttpResponse<String> alike = add("CM 77O0", "clarion");
        assertThat(alike.statusCode()).isEqualTo(201);
        assertThat(alike.body()).contains("stands among digits", "which looks the same");
        assertThat(add("", "clarion").body()).contains("\"serial\":null", "\"doubts\":[]");
    }

    @Test
    void wrongEntries_areToldBesideTheField() {
        assertThat(anna.post("/api/head-units", "{\"maker\":\"\",\"codePlace\":\"moon\",\"profile\":\"other\"}").body())
                .contains("\"field\":\"maker\"", "\"field\":\"codePlace\"");
        assertThat(add("Q1", "nobody").body()).contains("\"field\":\"profile\"", "the library does not have");
        assertThat(fit(unit("Q2", "other"), 9999, null).body()).contains("\"field\":\"vehicle\"");
        assertThat(fit(unit("Q3", "other"), car(), "soon").body()).contains("\"field\":\"fittedOn\"", "2019-05-17");
        assertThat(anna.get("/api/head-units/999").body()).contains("There is no head unit 999.");
        assertThat(anna.get("/api/profiles/none").body()).contains("There is no profile none.");
        assertThat(anna.get("/api/vehicles/999/head-unit").statusCode()).isEqualTo(404);
    }

    @Test
    void jobOfACar_getsTheWholeProfileOfItsHeadUnit() {
        long car = car();
        HeadUnitProfiles profiles = dashboard.server().part(HeadUnitProfiles.class);
        assertThat(profiles.ofVehicle(car)).isEmpty();
        long unit = unit("16CHARACTERS0000", "terrano");
        fit(unit, car, null);

        HeadUnitProfile profile = profiles.ofVehicle(car).orElseThrow();

        assertThat(profile.digits()).isEqualTo(4);
        assertThat(profile.attempts()).isEqualTo(3);
        assertThat(profile.ignitionWhileWaiting()).isEqualTo("off");
        assertThat(profile.engineAdvice()).isEqualTo("running");
        assertThat(profile.standbySteps()).containsExactly("Hold Power for 5 s: the radio goes into standby");
        assertThat(profile.sources()).containsEntry("lockout", "S4").containsEntry("standby", "S1");
        assertThat(profile.codePlace()).isEqualTo("card");
        assertThat(profile.codeKept()).isFalse();
        assertThat(Optional.ofNullable(profile.lockout()).flatMap(lockout -> lockout.after(1)))
                .hasValue(new LockoutStep(15,
                        30));
    }

    @Test
    void choiceOfTheWorkshop_goesBeforeWhatIsShippedAndThatOfTheUnitBeforeBoth() {
        long unit = unit("T 2008", "teana");
        String profile = "/api/profiles/teana/facts/lockout";
        assertThat(put(profile, "{\"says\":\"after 3 codes: soon\",\"source\":\"us\"}").body()).contains(
                "\"field\":\"says\"", "60 min, 4 h");
        assertThat(put(profile, "{\"says\":\"after 3 codes: 2 h\",\"source\":\"\"}").body()).contains(
                "\"field\":\"source\"");
        assertThat(put(profile, "{\"says\":\"after 3 codes: 2 h\",\"source\":\"own trial\"}").body())
                .contains("\"origin\":\"workshop\"", "\"by\":\"Anna\"");
        assertThat(lockout(unit)).contains("\"minMinutes\":120", "\"lockout\":\"own trial\"");
        assertThat(search("/api/profiles", "")).contains("\"id\":\"teana\"").containsPattern(
                "\"id\":\"teana\"[^}]*}],\"changed\":true");

        put("/api/head-units/" + unit + "/facts/lockout", "{\"says\":\"after each code: 5 min\",\"source\":\"seen\"}");
        assertThat(lockout(unit)).contains("\"codesPerStep\":1", "\"minMinutes\":5", "\"lockout\":\"seen\"");

        post(unit, "/facts/lockout/profile", "{}");
        assertThat(lockout(unit)).contains("\"minMinutes\":120");
        anna.post("/api/profiles/teana/shipped", "{}");
        assertThat(lockout(unit)).contains("\"minMinutes\":60", "\"lockout\":\"S2\"");
    }

    @Test
    void profilesForACar_beginWithTheOneThatFitsBest() {
        long car = Long.parseLong(first(anna.post("/api/vehicles",
                "{\"plate\":\"FIT 1\",\"make\":\"NISSAN\",\"model\":\"X Trail\",\"year\":2015}").body()));
        assertThat(anna.get("/api/profiles?vehicle=" + car).body()).startsWith("[{\"id\":\"x-trail\"");
        assertThat(anna.get("/api/profiles").body()).startsWith("[{\"id\":\"other\"");
    }

    @Test
    void technician_choosesForOneHeadUnitButNotForAProfile() {
        long unit = unit("TEC 1", "note");
        TestClient boris = technician("Boris");
        String body = "{\"says\":\"off\",\"source\":\"seen\"}";
        assertThat(send(boris, "/api/profiles/note/facts/engine", body).statusCode()).isEqualTo(403);
        assertThat(boris.post("/api/profiles/note/shipped", "{}").statusCode()).isEqualTo(403);
        assertThat(boris.get("/api/profiles/note").statusCode()).isEqualTo(200);
        assertThat(send(boris, "/api/head-units/" + unit + "/facts/engine", body).statusCode()).isEqualTo(200);
    }

    @Test
    void vinThatDoesNotAddUp_isTakenWhenItStandsSoOnTheCar() {
        String vin = "{\"plate\":\"VIN 1\",\"make\":\"Nissan\",\"model\":\"Rogue\",\"vin\":\"1M8GDM9AXKP047288\"%s}";
        HttpResponse<String> doubted = anna.post("/api/vehicles", vin.formatted(""));
        assertThat(doubted.statusCode()).isEqualTo(400);
        assertThat(doubted.body()).contains("\"field\":\"vin\"", "places 14 and 15 the other way round", "vinAsOnCar");
        assertThat(anna.post("/api/vehicles", vin.formatted(",\"vinAsOnCar\":true")).statusCode()).isEqualTo(201);
    }

    @Test
    void battery_isKeptAsWellAsItIsKnown() {
        String battery = "{\"plate\":\"BAT %s\",\"make\":\"Nissan\",\"model\":\"Note\",\"batteryType\":\"%s\","
                + "\"batteryAmpHours\":60,\"batteryFittedOn\":\"%s\"}";
        assertThat(anna.post("/api/vehicles", battery.formatted("1", "agm", "2023-05")).body()).contains(
                "\"batteryType\":\"agm\"", "\"batteryAmpHours\":60", "\"batteryFittedOn\":\"2023-05\"");
        assertThat(anna.post("/api/vehicles", battery.formatted("2", "lithium", "May")).body()).contains(
                "\"field\":\"batteryType\"", "\"field\":\"batteryFittedOn\"");
    }

    private String lockout(long unit) {
        return anna.get("/api/head-units/" + unit + "/profile").body();
    }

    private TestClient technician(String name) {
        anna.post("/api/people", "{\"name\":\"%s\",\"role\":\"technician\",\"password\":\"%s\"}".formatted(name,
                TestDashboard.PASSWORD));
        TestClient technician = dashboard.stranger();
        technician.logIn(name, TestDashboard.PASSWORD);
        return technician;
    }

    private String search(String path, String typed) {
        return anna.get(path + "?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                .body();
    }

    private long unit(String serial, String profile) {
        HttpResponse<String> answer = add(serial, profile);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Long.parseLong(first(answer.body()));
    }

    private HttpResponse<String> add(String serial, String profile) {
        return anna.post("/api/head-units",
                "{\"maker\":\"Clarion\",\"serial\":\"%s\",\"profile\":\"%s\",\"codePlace\":\"card\"}".formatted(serial,
                        profile));
    }

    private long car() {
        return register("CAR " + plates.incrementAndGet(), "");
    }

    private long register(String plate, String vin) {
        HttpResponse<String> answer = anna.post("/api/vehicles",
                "{\"plate\":\"%s\",\"make\":\"Nissan\",\"model\":\"Almera\",\"vin\":\"%s\"}".formatted(plate, vin));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Long.parseLong(first(answer.body()));
    }

    private HttpResponse<String> fit(long unit, long car, @Nullable String day) {
        return post(unit, "/fit", "{\"vehicle\":%d,\"fittedOn\":%s}".formatted(car, day == null
                ? "null"
                : "\"" + day
                        + "\""));
    }

    private HttpResponse<String> post(long unit, String action, String json) {
        return anna.post("/api/head-units/" + unit + action, json);
    }

    private HttpResponse<String> put(String path, String json) {
        return send(anna, path, json);
    }

    private static HttpResponse<String> send(TestClient client, String path, String json) {
        return client.send(client.to(path).header("Content-Type", "application/json").header("X-CSRF-TOKEN", client
                .csrfToken()).PUT(BodyPublishers.ofString(json)));
    }

    private static String first(String json) {
        Matcher id = ID.matcher(json);
        assertThat(id.find()).as(json).isTrue();
        return id.group(1);
    }
}
