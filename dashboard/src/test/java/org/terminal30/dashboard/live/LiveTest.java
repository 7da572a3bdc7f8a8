package org.terminal30.dashboard.live;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.testing.EventStream;
import org.terminal30.dashboard.testing.FakeBay;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

/** Streams over real HTTP. Waits for what the server does by its own clock: a comment each 5 s, offline after 5 s. */
@TestInstance(Lifecycle.PER_CLASS)
class LiveTest {
    private final TestDashboard dashboard;
    private final TestClient anna;

    LiveTest(@TempDir Path folder) {
        dashboard = TestDashboard.fresh(folder);
        anna = dashboard.manager();
    }

    @AfterAll
    void close() {
        dashboard.close();
    }

    private EventStream live(String bay) {
        return anna.stream(URI.create("/api/bays/" + bay + "/live"), "");
    }

    @Test
    void quietStreams_getACommentBeforeAnybodyTakesThemForDead() {
        FakeBay bay = dashboard.bay("1");
        try (EventStream orders = bay.orders("1"); EventStream live = live("1")) {
            assertThat(live.next(EventStream.COMMENT).data()).isEqualTo("alive");
            assertThat(orders.next(EventStream.COMMENT).data()).isEqualTo("connected");
            assertThat(orders.next(EventStream.COMMENT).data()).isEqualTo("alive");
        }
    }

    @Test
    void bayWhoseOrderStreamEnds_goesOffline() {
        FakeBay bay = dashboard.bay("2");
        try (EventStream live = live("2")) {
            assertThat(live.next("bay").data()).contains("\"online\":false");
            try (EventStream orders = bay.orders("2")) {
                assertThat(live.next("bay").data()).contains("\"online\":true");
                assertThat(orders.next(EventStream.COMMENT).data()).isEqualTo("connected");
            }
            assertThat(live.next("bay").data()).contains("\"online\":false");
        }
    }

    @Test
    void bayThatFallsSilent_goesOffline() {
        FakeBay bay = dashboard.bay("3");
        try (EventStream live = live("3")) {
            assertThat(live.next("bay").data()).contains("\"online\":false", "\"agent\":null");
            bay.write("""
                    agent,bay=3,site=main version="0.1.0",source="test",watching=true,vehicle=true,rate=860.0,\
                    malformed=0i,pending=0i,quarantined=0i,boot=1i,clock="synchronised" %d""".formatted(
                    EpochNanos.of(dashboard.server().part(Clock.class).instant())));
            assertThat(live.next("bay").data()).contains("\"online\":true");
            assertThat(live.next("bay").data()).contains("\"online\":false", "\"source\":\"test\"");
        }
    }
}
