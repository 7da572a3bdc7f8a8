package org.terminal30.dashboard.security;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.wire.BayId;

import static org.assertj.core.api.Assertions.assertThat;

final class RecentTokensTest {
    private static final BayId BAY = new BayId("main", "1");

    private long nanos = Long.MAX_VALUE - 1; // overflows soon, as System.nanoTime may
    private BayTokens beside;
    private RecentTokens recent;

    @BeforeEach
    void open(@TempDir Path folder) {
        String url = "jdbc:sqlite:" + folder.resolve("registry.db");
        Flyway.configure().dataSource(url, "", "").locations("classpath:db/registry").load().migrate();
        beside = new BayTokens(Jdbi.create(url), Clock.systemUTC());
        recent = new RecentTokens(new BayTokens(Jdbi.create(url), Clock.systemUTC()), () -> nanos);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Test
    void aTokenJustFound_isRecalledForASecond() {
        String token = beside.create(BAY);
        assertThat(recent.recall(token)).isEmpty();
        assertThat(recent.find(token)).contains(BAY);
        pass(RecentTokens.MAX_AGE.minusNanos(1));
        assertThat(recent.recall(token)).contains(BAY);
        pass(Duration.ofNanos(1));
        assertThat(recent.recall(token)).isEmpty();
    }

    @Test
    void recalling_doesNotProlong() {
        String token = beside.create(BAY);
        recent.find(token);
        beside.revoke(BAY);
        for (int tenths = 0; tenths < 10; tenths++) {
            recent.recall(token);
            pass(Duration.ofMillis(100));
        }
        assertThat(recent.recall(token).or(() -> recent.find(token))).isEmpty();
    }

    @Test
    void aRevokedToken_isForgottenWhenLookedUp() {
        String token = beside.create(BAY);
        recent.find(token);
        beside.revoke(BAY);
        assertThat(recent.find(token)).isEmpty();
        assertThat(recent.recall(token)).isEmpty();
    }

    @Test
    void aWrongToken_isNeverRecalled() {
        String token = beside.create(BAY);
        recent.find(token);
        assertThat(recent.find(token + "x")).isEqualTo(Optional.empty());
        assertThat(recent.recall(token + "x")).isEmpty();
    }
}
