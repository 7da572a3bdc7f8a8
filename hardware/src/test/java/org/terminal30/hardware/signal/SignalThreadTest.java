package org.terminal30.hardware.signal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.terminal30.hardware.signal.SignalLines.Line;
import org.terminal30.hardware.simulated.SimulatedGpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class SignalThreadTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Indication CALM = new Indication(Light.STEADY, Light.OFF, Light.OFF, Tone.SILENT);
    private static final int GREEN = 5;
    private static final int BUTTON = 26;

    private final SimulatedGpio gpio = new SimulatedGpio();

    private final SignalPanel panel = new SignalPanel(gpio.header(),
            new SignalLines(new Line(GREEN, false), null, null, null, new Line(BUTTON, true)));

    @Test
    void panel_isTurnedUntilItIsClosed_andDarkThen() {
        var presses = new AtomicInteger();
        try (var thread = new SignalThread(panel, presses::incrementAndGet, System::nanoTime)) {
            thread.start();
            panel.show(CALM, System.nanoTime());
            await().atMost(BOUND).until(() -> gpio.isHigh(GREEN));
            // Up for long enough to be known as up: what is down before that counts as stuck.
            await().atMost(BOUND).until(() -> {
                gpio.drive(BUTTON, !gpio.isHigh(BUTTON));
                return presses.get() == 1;
            });
            assertThat(thread.trouble()).isNull();
        }
        assertThat(gpio.isHigh(GREEN)).isFalse();
    }

    @Test
    void faultInWhatIsToldOfAPress_isReported() {
        Runnable broken = () -> {
            throw new IllegalStateException("nobody home");
        };
        try (var thread = new SignalThread(panel, broken, System::nanoTime)) {
            thread.start();
            await().atMost(BOUND).until(() -> {
                gpio.drive(BUTTON, !gpio.isHigh(BUTTON));
                return thread.trouble() != null;
            });
            assertThat(thread.trouble()).contains("the signals have stopped", "nobody home");
        }
    }

    @Test
    void lineThatNeverAnswers_isReportedAndHoldsUpNobodyElse() {
        var answers = new CountDownLatch(1);
        Runnable hanging = () -> {
            try {
                answers.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        };
        try (var thread = new SignalThread(panel, hanging, System::nanoTime)) {
            thread.start();
            await().atMost(BOUND).until(() -> {
                gpio.drive(BUTTON, !gpio.isHigh(BUTTON));
                return thread.trouble() != null;
            });
            assertThat(thread.trouble()).contains("hang");
            answers.countDown();
            await().atMost(BOUND).until(() -> thread.trouble() == null);
        }
    }
}
