package org.terminal30.dashboard.security;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.registry.Registry;
import org.terminal30.dashboard.registry.RegistryPlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class RecentTokensTest {
    private static final BayId BAY = new BayId("main", "1");

    private long nanos = Long.MAX_VALUE - 1; // overflows soon, as System.nanoTime may
    private Registry registry;
    private boolean away;
    private BayTokens beside;
    private RecentTokens recent;

    @BeforeEach
    void open(@TempDir Path folder) {
        registry = Registry.open(RegistryPlace.in(folder), Registry.Use.COMMAND);
        beside = new BayTokens(registry.jdbi(), Clock.systemUTC());
        recent = new RecentTokens(new BayTokens(Jdbi.create(this::connection), Clock.systemUTC()), () -> nanos);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private Connection connection() throws SQLException {
        if (away) {
            throw new SQLException("no route to host", "08006");
        }
        return registry.jdbi().open().getConnection();
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

    @Test
    void whileTheRegistryIsAway_aTokenThatWasRightIsBelievedForDays() {
        String token = beside.create(BAY);
        recent.find(token);
        away = true;
        pass(RecentTokens.MAX_AGE_AWAY.minusNanos(1));
        assertThat(recent.find(token)).contains(BAY);
        pass(Duration.ofNanos(1));
        assertThatThrownBy(() -> recent.find(token)).isInstanceOf(ConnectionException.class);
    }

    @Test
    void whileTheRegistryIsAway_aTokenThatNobodyKnowsIsNotBelieved() {
        away = true;
        assertThatThrownBy(() -> recent.find("t30_guessed")).isInstanceOf(ConnectionException.class);
    }

    @Test
    void aTokenRevokedWhileTheRegistryWasAway_isUselessWhenItIsBack() {
        String token = beside.create(BAY);
        recent.find(token);
        away = true;
        pass(Duration.ofHours(1));
        assertThat(recent.find(token)).contains(BAY);
        beside.revoke(BAY);
        away = false;
        assertThat(recent.find(token)).isEmpty();
    }
}
