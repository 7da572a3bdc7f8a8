package org.terminal30.dashboard.security;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

final class LockOutTest {
    @Test
    void afterFiveWrongPasswords_theRightOneHasToWaitToo(@TempDir Path folder) {
        try (TestDashboard dashboard = TestDashboard.fresh(folder)) {
            dashboard.manager();
            TestClient stranger = dashboard.stranger();
            for (int i = 1; i < Attempts.MAX_FAILURES_OF_A_NAME; i++) {
                assertThat(stranger.logIn(TestDashboard.MANAGER, "wrong").statusCode()).isEqualTo(401);
            }
            assertThat(stranger.logIn(TestDashboard.MANAGER, "wrong").statusCode()).isEqualTo(429);
            var locked = stranger.logIn(TestDashboard.MANAGER, TestDashboard.PASSWORD);
            assertThat(locked.statusCode()).isEqualTo(429);
            assertThat(locked.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(200L, 301L);
            assertThat(locked.body()).contains("Too many attempts");
        }
    }
}
