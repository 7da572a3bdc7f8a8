package org.terminal30.dashboard.security;

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
class PeopleTest {
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

    private long add(String name) {
        var answer = manager.post("/api/people",
                "{\"name\":\"%s\",\"role\":\"technician\",\"password\":\"%s\"}".formatted(name,
                        TestDashboard.PASSWORD));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Long.parseLong(answer.body().replaceAll(".*\"id\":(\\d+).*", "$1"));
    }

    @Test
    void aTechnician_worksButDoesNotManagePeople() {
        add("Boris");
        TestClient boris = dashboard.stranger();
        boris.logIn("boris", TestDashboard.PASSWORD);
        assertThat(boris.get("/api/me").body()).contains("\"manager\":false");
        assertThat(boris.get("/api/people").statusCode()).isEqualTo(403);
        assertThat(boris.post("/api/people", "{}").statusCode()).isEqualTo(403);
        assertThat(boris.get("/prometheus").statusCode()).isEqualTo(403);
        assertThat(manager.get("/prometheus").statusCode()).isEqualTo(200);
    }

    @Test
    void somebodyDeactivated_isOutAtOnceAndStaysOut() {
        long id = add("Clara");
        TestClient clara = dashboard.stranger();
        clara.logIn("Clara", TestDashboard.PASSWORD);
        assertThat(manager.post("/api/people/" + id + "/deactivate", "{}").statusCode()).isEqualTo(204);
        assertThat(clara.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(clara.logIn("Clara", TestDashboard.PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void aResetPassword_replacesTheOldOneAndItsSessions() {
        long id = add("Dmitri");
        TestClient dmitri = dashboard.stranger();
        dmitri.logIn("Dmitri", TestDashboard.PASSWORD);
        assertThat(manager.post("/api/people/" + id + "/password", "{\"password\":\"quite another one\"}")
                .statusCode()).isEqualTo(204);
        assertThat(dmitri.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(dmitri.logIn("Dmitri", TestDashboard.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(dmitri.logIn("Dmitri", "quite another one").statusCode()).isEqualTo(303);
    }

    @Test
    void whatIsWrongWithANewPerson_isSaidByField() {
        var answer = manager.post("/api/people", "{\"name\":\" \",\"role\":\"boss\",\"password\":\"short\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"name\"", "\"field\":\"role\"", "\"field\":\"password\"");
    }

    @Test
    void aTakenName_isAConflictWhateverItsCase() {
        add("Elena");
        var answer = manager.post("/api/people",
                "{\"name\":\"ELENA\",\"role\":\"manager\",\"password\":\"another long one\"}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("\"violations\":[{\"field\":\"name\",\"message\":\"is taken\"}]");
    }

    @Test
    void theLastManager_cannotBeDeactivated() {
        assertThat(manager.post("/api/people/1/deactivate", "{}").statusCode()).isEqualTo(409);
        assertThat(manager.get("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownPerson_isNotFound() {
        var answer = manager.post("/api/people/4711/deactivate", "{}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no person 4711.");
    }
}
