package org.terminal30.dashboard.web;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.headunit.KeptCodes;
import org.terminal30.dashboard.security.Audit;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

class CodesTest {
    private static final String CODE = "73915";
    private static final String KEY_FILE = "codes.key";

    @TempDir
    private Path folder;
    private TestDashboard dashboard;
    private TestClient anna;

    @BeforeEach
    void enterAHeadUnit() {
        dashboard = open(folder);
        anna = dashboard.manager();
        assertThat(anna.post("/api/head-units", "{\"maker\":\"Panasonic\",\"profile\":\"panasonic\"}").statusCode())
                .isEqualTo(201);
    }

    /** With another registry in a subclass. */
    TestDashboard open(Path folder) {
        return TestDashboard.fresh(folder);
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void workshopThatNeverTurnedItOn_keepsNoCode() {
        assertThat(anna.get("/api/code-keeping").body()).contains("\"on\":false", "\"keptCodes\":0",
                "\"switchedBy\":null");
        assertThat(keep(anna, CODE).statusCode()).isEqualTo(409);
        assertThat(reveal(anna, "lost").statusCode()).isEqualTo(409);
        assertThat(folder.resolve(KEY_FILE)).doesNotExist();
    }

    @Test
    void shownCode_isOnRecordWithWhoAndWhy() {
        turnOn();
        assertThat(keep(anna, CODE).body()).contains("\"code\":{\"keptBy\":\"Anna\"").doesNotContain(CODE);

        HttpResponse<String> shown = reveal(anna, "battery was swapped");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).isEqualTo("{\"code\":\"" + CODE + "\"}");
        assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(anna.get("/api/head-units/1").body()).contains("\"who\":\"Anna\"", "\"why\":\"battery was swapped\"")
                .doesNotContain(CODE);
        assertThat(dashboard.server().part(Audit.class).newest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("code-revealed");
            assertThat(entry.who()).isEqualTo("Anna");
            assertThat(entry.about()).isEqualTo("head unit 1: battery was swapped");
        });
    }

    @Test
    void codeWithoutAReason_isNotShownAndNothingIsOnRecord() {
        turnOn();
        keep(anna, CODE);
        assertThat(reveal(anna, " ").body()).contains("\"field\":\"reason\"", "must say why").doesNotContain(CODE);
        assertThat(anna.get("/api/head-units/1").body()).contains("\"reveals\":[]");
    }

    @Test
    void keptCode_isNowhereInTheDataFolderInClear() throws IOException {
        turnOn();
        keep(anna, CODE);
        reveal(anna, "a look");
        assertThat(kept(folder)).contains("a look").doesNotContain(CODE);
    }

    /** What the registry has of it on disk. */
    String kept(Path folder) throws IOException {
        return Files.readString(folder.resolve("registry.db"), StandardCharsets.ISO_8859_1)
                + Files.readString(folder.resolve("registry.db-wal"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void technician_keepsAndSeesCodesButDoesNotTurnItOn() {
        assertThat(anna.post("/api/people",
                "{\"name\":\"Boris\",\"role\":\"technician\",\"password\":\"a long enough one\"}").statusCode())
                .isEqualTo(201);
        TestClient boris = dashboard.stranger();
        boris.logIn("Boris", TestDashboard.PASSWORD);
        assertThat(boris.post("/api/code-keeping", "{\"on\":true}").statusCode()).isEqualTo(403);
        turnOn();
        assertThat(keep(boris, CODE).statusCode()).isEqualTo(200);
        assertThat(reveal(boris, "to enter it").body()).contains(CODE);
    }

    @Test
    void bay_neverSeesACode() {
        turnOn();
        keep(anna, CODE);
        TestClient bay = dashboard.stranger();
        var request = bay.to("/api/head-units/1/code/reveal").header("Authorization", "Token " + dashboard.token("1"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"reason\":\"x\"}"));
        assertThat(bay.send(request).statusCode()).isEqualTo(403);
        assertThat(anna.get("/api/head-units/1/profile").body()).contains("\"codeKept\":true").doesNotContain(CODE);
    }

    @Test
    void deletedCode_isGoneButWhoSawItStays() {
        turnOn();
        keep(anna, CODE);
        reveal(anna, "a look");
        assertThat(anna.post("/api/head-units/1/code/delete", "{}").body()).contains("\"code\":null",
                "\"why\":\"a look\"");
        assertThat(reveal(anna, "again").statusCode()).isEqualTo(404);
        assertThat(anna.post("/api/head-units/1/code/delete", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void turnedOffWithoutDeleting_saysWhatRemainsAndShowsNone() {
        turnOn();
        keep(anna, CODE);
        assertThat(anna.post("/api/code-keeping", "{\"on\":false}").body()).contains("\"field\":\"deleteKept\"");
        assertThat(anna.post("/api/code-keeping", "{\"on\":false,\"deleteKept\":false}").body()).contains(
                "\"on\":false", "\"keptCodes\":1");
        assertThat(reveal(anna, "a look").statusCode()).isEqualTo(409);
        turnOn();
        assertThat(reveal(anna, "a look").body()).contains(CODE);
    }

    @Test
    void turnedOffWithDeleting_leavesNeitherCodeNorKey() {
        turnOn();
        keep(anna, CODE);
        assertThat(folder.resolve(KEY_FILE)).exists();
        assertThat(anna.post("/api/code-keeping", "{\"on\":false,\"deleteKept\":true}").body()).contains(
                "\"on\":false", "\"keptCodes\":0");
        assertThat(folder.resolve(KEY_FILE)).doesNotExist();
    }

    @Test
    void lostKey_isAProblemThatSaysWhatToDo() throws IOException {
        turnOn();
        keep(anna, CODE);
        Files.delete(folder.resolve(KEY_FILE));
        HttpResponse<String> answer = reveal(anna, "a look");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("The key is gone");
        assertThat(anna.get("/api/head-units/1").body()).contains("\"reveals\":[]");
    }

    @Test
    void somebodyWhoReadsTheWholeList_isStopped() {
        turnOn();
        keep(anna, CODE);
        for (int i = 0; i < KeptCodes.MAX_REVEALS_AN_HOUR; i++) {
            assertThat(reveal(anna, "number " + i).statusCode()).isEqualTo(200);
        }
        assertThat(reveal(anna, "one more").statusCode()).isEqualTo(429);
    }

    @Test
    void whatIsNoCode_isRefused() {
        turnOn();
        assertThat(keep(anna, "12a4").body()).contains("\"field\":\"code\"", "3 to 10 digits");
        assertThat(keep(anna, "").body()).contains("\"field\":\"code\"");
    }

    private void turnOn() {
        assertThat(anna.post("/api/code-keeping", "{\"on\":true}").body()).contains("\"on\":true");
    }

    private static HttpResponse<String> keep(TestClient client, String code) {
        return client.send(client.to("/api/head-units/1/code").header("Content-Type", "application/json").header(
                "X-CSRF-TOKEN", client.csrfToken()).PUT(BodyPublishers.ofString("{\"code\":\"" + code + "\"}")));
    }

    private static HttpResponse<String> reveal(TestClient client, String reason) {
        return client.post("/api/head-units/1/code/reveal", "{\"reason\":\"" + reason + "\"}");
    }
}
