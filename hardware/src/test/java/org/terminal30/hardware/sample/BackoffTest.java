package org.terminal30.hardware.sample;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BackoffTest {
    private final Backoff backoff = new Backoff(100, 350);

    @Test
    void firstTry_isDueAtOnce() {
        assertThat(backoff.remainingNanos(0)).isZero();
    }

    @Test
    void eachFailure_doublesTheDelayUpToTheLongest() {
        backoff.failed(1000);
        assertThat(backoff.remainingNanos(1000)).isEqualTo(100);
        assertThat(backoff.remainingNanos(1100)).isZero();
        backoff.failed(1100);
        assertThat(backoff.remainingNanos(1100)).isEqualTo(200);
        backoff.failed(1300);
        assertThat(backoff.remainingNanos(1300)).isEqualTo(350);
        backoff.failed(1650);
        assertThat(backoff.remainingNanos(1650)).isEqualTo(350);
    }

    @Test
    void success_beginsAnew() {
        backoff.failed(0);
        backoff.failed(100);
        backoff.succeeded();
        assertThat(backoff.remainingNanos(100)).isZero();
        backoff.failed(200);
        assertThat(backoff.remainingNanos(200)).isEqualTo(100);
    }

    @Test
    void shrinkingDelay_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(100, 99))
                .withMessage("back-off from 100 to 99 ns, must be at least 1 and not shrink");
    }
}
