package org.terminal30.dashboard;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.FakeBay;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

class RestartTest {
    private static final long START = 1_763_683_200_000_000_000L;
    private static final String VEHICLE = """
            {"plate":"A 417 KH","make":"Nissan","model":"Almera"}""";

    /** With another registry in a subclass. */
    TestDashboard open(Path folder) {
        return TestDashboard.fresh(folder);
    }

    @Test
    void serverOnTheSameFolder_knowsWhatItKnew(@TempDir Path folder) {
        try (TestDashboard before = open(folder)) {
            assertThat(before.manager().post("/api/vehicles", VEHICLE).statusCode()).isEqualTo(201);
            FakeBay bay = before.bay("1");
            assertThat(bay
                    .write("""
                            job,bay=1,id=r-j1,site=main rev=2i,kind="watch",state="finished",phase="watch",started=%1$di,vehicle="1" %2$d
                            job,bay=1,id=r-j2,site=main rev=1i,kind="watch",state="running",phase="watch",started=%3$di,vehicle="1",who="Anna" %3$d
                            alarm,bay=1,channel=onboard,id=r-a1,site=main rev=1i,kind="interruption",priority="critical",\
                            state="unacknowledged",condition=true,raised=%3$di,silenced_until=0i,job="r-j2" %3$d
                            voltage,bay=1,channel=onboard,site=main min=0.021,max=12.7,sum=6.0,n=1i %1$d
                            event,bay=1,channel=onboard,id=r-1,kind=interruption,site=main \
                            rev=1i,open=false,duration=1200400000i,min=0.021,saturated=false,clock="synchronised" %1$d"""
                            .formatted(START, START + 2_000_000_000L, START + 5_000_000_000L))
                    .statusCode()).isEqualTo(204);
            assertAllThere(before.manager());
        }
        try (TestDashboard after = open(folder)) {
            assertThat(after.server().setUpLink()).isEmpty();
            assertAllThere(after.manager());
        }
    }

    private static void assertAllThere(TestClient anna) {
        assertThat(anna.get("/api/vehicles/1").body()).contains("\"plate\":\"A 417 KH\"", "\"job\":\"r-j1\"",
                "\"job\":\"r-j2\"", "\"lowestVolts\":0.021", "\"longestBreakMillis\":1200.4");
        assertThat(anna.get("/api/bays/1").body()).contains("\"id\":\"r-j2\"", "\"state\":\"running\"",
                "\"startedBy\":\"Anna\"", "\"id\":\"r-a1\"", "\"state\":\"unacknowledged\"");
        assertThat(anna.get("/api/alarms").body()).contains("\"id\":\"r-a1\"", "\"kind\":\"interruption\"");
    }
}
