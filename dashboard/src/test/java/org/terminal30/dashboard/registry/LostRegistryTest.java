package org.terminal30.dashboard.registry;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.FakeBay;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.dashboard.testing.TestPostgres;
import org.terminal30.testing.NeedsProgram;
import org.terminal30.testing.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;

/** PostgreSQL goes away under a running dashboard, and comes back. */
@NeedsProgram("postgres")
class LostRegistryTest {
    private static final long START = 1_763_683_200_000_000_000L;

    @TempDir
    private Path folder;
    private PostgresServer postgres;
    private PostgresSite site;
    private TestDashboard dashboard;
    private TestClient anna;
    private FakeBay bay;

    @BeforeEach
    void start() {
        postgres = new PostgresServer();
        postgres.createDatabase("chain");
        site = TestPostgres.site(postgres, "chain", "main");
        dashboard = TestDashboard.fresh(folder, site);
        anna = dashboard.manager();
        bay = dashboard.bay("1");
        assertThat(bay.write(window(0, 12.5)).statusCode()).isEqualTo(204);
        assertThat(status("/health")).isEqualTo(200);
    }

    @AfterEach
    void close() {
        dashboard.close();
        postgres.close();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(20));
    }

    private int status(String path) {
        return anna.get(path).statusCode();
    }

    private static String window(int tenths, double volts) {
        return "voltage,bay=1,channel=onboard,site=main min=%1$s,max=%1$s,sum=%1$s,n=1i %2$d".formatted(volts,
                START + tenths * 100_000_000L);
    }

    private static String alarm(String id) {
        return """
                alarm,bay=1,channel=onboard,id=%s,site=main rev=1i,kind="interruption",priority="critical",\
                state="unacknowledged",condition=true,raised=%2$di,silenced_until=0i,job="j1" %2$d
                job,bay=1,id=j1,site=main rev=1i,kind="watch",state="running",phase="watch",started=%2$di,who="Anna" %2$d"""
                .formatted(id, START);
    }

    @Test
    void bayIsTakenInWhileTheRegistryIsAway_andItsAlarmIsThereWhenItIsBack() {
        postgres.stop();
        await().until(() -> status("/health") == 503);
        assertThat(bay.write(window(1, 11.5)).statusCode()).isEqualTo(204);
        assertThat(bay.write(window(2, 0.021) + "\n" + alarm("a1")).statusCode()).isEqualTo(204);

        postgres.start();
        await().until(() -> status("/health") == 200);
        await().untilAsserted(() -> assertThat(anna.get("/api/bays/1").body()).contains("\"id\":\"a1\"",
                "\"id\":\"j1\"", "\"startedBy\":\"Anna\""));
        assertThat(folder.resolve("registry-waiting.lp")).doesNotExist();
        String history = anna.get("/api/bays/1/history?from=2025-11-21T00:00:00Z&to=2025-11-21T00:00:01Z&points=10")
                .body();
        assertThat(history).contains("12.5", "11.5", "0.021");
    }

    @Test
    void whatWaited_survivesARestartOfTheDashboard() {
        postgres.stop();
        assertThat(bay.write(alarm("a2")).statusCode()).isEqualTo(204);
        dashboard.close();
        assertThat(folder.resolve("registry-waiting.lp")).isNotEmptyFile();

        postgres.start();
        dashboard = TestDashboard.fresh(folder, site);
        anna = dashboard.manager();
        await().untilAsserted(() -> assertThat(anna.get("/api/bays/1").body()).contains("\"id\":\"a2\""));
    }

    @Test
    void personIsToldInASentence_asAPageOrAsAProblem() {
        postgres.stop();
        await().until(() -> status("/health") == 503);
        HttpResponse<String> problem = anna.get("/api/vehicles");
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.headers().firstValue("Retry-After")).contains("2");
        assertThat(problem.body()).contains("\"status\":503", RegistryAwayException.SENTENCE)
                .doesNotContain("chain", "127.0.0.1");

        HttpResponse<String> page = anna.send(anna.to("/vehicles/1").header("Accept", "text/html").GET());
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("<html", "their database does not answer");

        postgres.start();
        await().until(() -> status("/api/vehicles") == 200);
        assertThat(anna.get("/prometheus").body()).contains("terminal30_registry_reachable 1.0");
    }

    @Test
    void dashboardThatLostItsSiteToAnother_writesNothingUntilThatOneEnds(@TempDir Path elsewhere) {
        String ours = "select pid from pg_locks where locktype = 'advisory'";
        TestDashboard other = await().ignoreExceptionsInstanceOf(RegistryException.class).until(() -> {
            // As a server does that takes us for dead.
            postgres.psql("chain", "select pg_terminate_backend(pid) from (%s) held".formatted(ours));
            return TestDashboard.fresh(elsewhere, site);
        }, started -> true);
        try (other) {
            await().untilAsserted(() -> assertThat(anna.get("/api/vehicles").body()).contains(
                    "Another dashboard has taken over site main: stop one of the two."));
        }
        await().until(() -> status("/api/vehicles") == 200);
    }
}
