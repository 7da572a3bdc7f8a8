package org.terminal30.dashboard.security;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogInTest {
    private TestDashboard dashboard;
    private TestClient manager;

    @BeforeAll
    void start(@TempDir Path folder) {
        dashboard = open(folder);
        manager = dashboard.manager();
    }

    /** With another registry in a subclass. */
    TestDashboard open(Path folder) {
        return TestDashboard.fresh(folder);
    }

    @AfterAll
    void stop() {
        dashboard.close();
    }

    @Test
    void theRightPassword_opensASessionThatScriptsCannotRead() {
        var answer = dashboard.stranger().logIn(TestDashboard.MANAGER, TestDashboard.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/");
        assertThat(answer.headers().allValues("Set-Cookie")).singleElement().asString().contains("HTTPOnly",
                "SameSite=Lax");
        assertThat(manager.get("/api/me").body()).contains("\"name\":\"Anna\"", "\"manager\":true");
    }

    @Test
    void aWrongPasswordAndAnUnknownName_areRefusedInTheSameWords() {
        var wrong = dashboard.stranger().logIn(TestDashboard.MANAGER, "not this one");
        var unknown = dashboard.stranger().logIn("Nobody", "not this one");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body().replace("Anna", "Nobody")).isEqualTo(unknown.body()).contains(
                "Name or password is wrong.");
    }

    @Test
    void aChangeWithoutItsCsrfToken_isRefused() {
        String json = "{\"name\":\"Boris\",\"role\":\"technician\",\"password\":\"another long one\"}";
        var without = manager.send(manager.to("/api/people").header("Content-Type", "application/json").POST(
                BodyPublishers.ofString(json)));
        assertThat(without.statusCode()).isEqualTo(403);
        var wrong = manager.send(manager.to("/api/people").header("Content-Type", "application/json").header(
                "X-CSRF-TOKEN", manager.csrfToken() + "x").POST(BodyPublishers.ofString(json)));
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(manager.get("/api/people").body()).doesNotContain("Boris");
    }

    @Test
    void loggingOut_endsTheSession() {
        TestClient client = dashboard.manager();
        assertThat(client.form("/logout", "csrfToken", "guessed").statusCode()).isEqualTo(403);
        assertThat(client.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(client.form("/logout", "csrfToken", client.csrfToken()).statusCode()).isEqualTo(303);
        assertThat(client.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aBrowserThatIsNotLoggedIn_isSentToTheLogIn() {
        TestClient stranger = dashboard.stranger();
        var page = stranger.send(stranger.to("/api/me").header("Accept", "text/html,*/*;q=0.8").GET());
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).hasValue("/login");
    }

    @Test
    void everyAnswer_tellsTheBrowserToStayAtHome() {
        for (String path : new String[]{"/login", "/api/me", "/nothing/here", "/health"}) {
            var headers = dashboard.stranger().get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy")).as(path).get().asString().contains(
                    "default-src 'self'", "frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).as(path).hasValue("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("same-origin");
        }
    }

    @Test
    void theDescriptionOfTheInterface_isForPeopleWhoAreLoggedIn() {
        assertThat(dashboard.stranger().get("/openapi").statusCode()).isEqualTo(401);
        assertThat(manager.get("/openapi").body()).contains("openapi: 3", "/api/people");
    }
}
