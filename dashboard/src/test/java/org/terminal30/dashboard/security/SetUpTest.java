package org.terminal30.dashboard.security;

import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

class SetUpTest {
    private TestDashboard dashboard;
    private TestClient stranger;
    private String code;

    @BeforeEach
    void start(@TempDir Path folder) {
        dashboard = open(folder);
        stranger = dashboard.stranger();
        URI link = dashboard.server().setUpLink().orElseThrow();
        assertThat(link).hasPath("/setup");
        code = link.getQuery().substring("code=".length());
    }

    /** With another registry in a subclass. */
    TestDashboard open(Path folder) {
        return TestDashboard.fresh(folder);
    }

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void theLink_makesTheFirstManagerAndThenNobodyElse() {
        assertThat(stranger.get("/setup?code=" + code).statusCode()).isEqualTo(200);
        assertThat(stranger.form("/setup", "code", code, "name", "Anna", "password", "a long enough one")
                .statusCode()).isEqualTo(200);
        assertThat(dashboard.server().setUpLink()).isEmpty();
        assertThat(stranger.logIn("anna", "a long enough one").statusCode()).isEqualTo(303);

        assertThat(stranger.get("/setup?code=" + code).statusCode()).isEqualTo(403);
        assertThat(stranger.form("/setup", "code", code, "name", "Eve", "password", "a long enough one").statusCode())
                .isEqualTo(403);
        assertThat(stranger.logIn("Eve", "a long enough one").statusCode()).isEqualTo(401);
        assertThat(dashboard.server().part(Audit.class).newest(10)).extracting(Audit.Entry::what).containsExactly(
                "log-in-refused", "set-up-refused", "log-in", "set-up");
    }

    @Test
    void aWrongCode_makesNobody() {
        String wrong = code.substring(1) + "x";
        assertThat(stranger.get("/setup?code=" + wrong).statusCode()).isEqualTo(403);
        assertThat(stranger.get("/setup").statusCode()).isEqualTo(403);
        assertThat(stranger.form("/setup", "code", wrong, "name", "Eve", "password", "a long enough one").statusCode())
                .isEqualTo(403);
        assertThat(dashboard.server().setUpLink()).isPresent();
    }

    @Test
    void aShortPassword_isRefusedBesideItsFieldAndTheLinkStaysGood() {
        var answer = stranger.form("/setup", "code", code, "name", "Anna", "password", "short");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("must have 10 to 128 characters").contains("value=\"Anna\"");
        assertThat(stranger.get("/setup?code=" + code).statusCode()).isEqualTo(200);
    }

    @Test
    void beforeTheSetUp_theLogInPageSaysWhereToFindTheLink() {
        assertThat(stranger.get("/login").body()).contains("set-up link");
    }
}
