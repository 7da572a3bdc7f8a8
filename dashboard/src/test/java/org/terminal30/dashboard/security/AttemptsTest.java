package org.terminal30.dashboard.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class AttemptsTest {
    private static final String HERE = "192.0.2.1";

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final InstantSource source = () -> now;
    private final Attempts attempts = new Attempts(source.withZone(ZoneOffset.UTC));

    private void fail(String address, String name, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(address, name);
        }
    }

    @Test
    void theFifthFailureOfAName_locksItForFiveMinutes() {
        fail(HERE, "anna", Attempts.MAX_FAILURES_OF_A_NAME - 1);
        assertThat(attempts.timeToWait(HERE, "anna")).isZero();
        fail(HERE, "Anna", 1);
        assertThat(attempts.timeToWait(HERE, "anna")).isEqualTo(Attempts.LOCK);
        now = now.plus(Attempts.LOCK);
        assertThat(attempts.timeToWait(HERE, "anna")).isZero();
        fail(HERE, "anna", 1);
        assertThat(attempts.timeToWait(HERE, "anna")).isZero();
    }

    @Test
    void aStrangersFailures_doNotLockTheNameElsewhere() {
        fail("203.0.113.9", "anna", Attempts.MAX_FAILURES_OF_A_NAME);
        assertThat(attempts.timeToWait(HERE, "anna")).isZero();
    }

    @Test
    void manyNamesFromOneAddress_lockTheAddress() {
        for (int i = 0; i < Attempts.MAX_FAILURES_OF_AN_ADDRESS; i++) {
            fail(HERE, "name" + i, 1);
        }
        assertThat(attempts.timeToWait(HERE, "another")).isPositive();
    }

    @Test
    void aSuccess_forgetsTheFailures() {
        fail(HERE, "anna", Attempts.MAX_FAILURES_OF_A_NAME - 1);
        attempts.succeeded(HERE, "anna");
        fail(HERE, "anna", 1);
        assertThat(attempts.timeToWait(HERE, "anna")).isZero();
    }

    @Test
    void failuresLongApart_doNotAddUp() {
        for (int i = 0; i < 2 * Attempts.MAX_FAILURES_OF_A_NAME; i++) {
            fail(HERE, "anna", 1);
            now = now.plus(Attempts.LOCK).plus(Duration.ofSeconds(1));
        }
        assertThat(attempts.timeToWait(HERE, "anna")).isZero();
    }
}
