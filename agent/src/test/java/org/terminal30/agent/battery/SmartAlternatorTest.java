package org.terminal30.agent.battery;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The pattern of a smart alternator, and what must not be taken for one. Voltages with 20 mV of noise. */
class SmartAlternatorTest {
    private static final long SECOND = 1_000_000_000;
    private static final long SEED = 4711;

    private final ChargingRule rule = new ChargingRule(ChargingLimits.DEFAULT);
    private final Random random = new Random(SEED);
    private int second;
    private boolean seen;

    @Test
    void plateausOf14Point6And12Point6Volts_areTheSecondChangeOn() {
        started();
        play(30, 14.6);
        play(20, 12.6);
        assertThat(seen).isFalse();
        play(30, 14.6);

        assertThat(rule.state()).isEqualTo(ChargingState.SMART_ALTERNATOR);
    }

    @Test
    void lowPlateauOfAKnownPattern_isNotAStoppedEngine() {
        started();
        play(30, 14.6);
        play(20, 12.6);
        play(30, 14.6);
        play(100, 12.5);

        assertThat(rule.state()).isEqualTo(ChargingState.SMART_ALTERNATOR);
        assertThat(rule.engineOffSinceNanos()).isEmpty();
    }

    @Test
    void lowPlateauThatLastsTwoMinutes_isAStoppedEngine() {
        started();
        play(30, 14.6);
        play(20, 12.6);
        play(30, 14.6);
        play(140, 12.5);

        assertThat(rule.state()).isEqualTo(ChargingState.OFF);
        assertThat(rule.engineOffSinceNanos()).hasValue(80 * SECOND);
    }

    @Test
    void regulatedBetween13Point3And13Point85Volts_isThePatternToo() {
        play(20, 13.85);
        play(60, 13.3);
        play(10, 13.85);

        assertThat(rule.state()).isEqualTo(ChargingState.SMART_ALTERNATOR);
    }

    @Test
    void steadyVoltage_isNone() {
        started();
        play(3600, 14.2);

        assertThat(seen).isFalse();
    }

    @Test
    void slowDriftWithTheTemperature_isNone() {
        started();
        play(3600, t -> 14.2 + 0.5 * Math.sin(t / 300));

        assertThat(seen).isFalse();
    }

    @Test
    void shortDipsOfLoads_areNone() {
        started();
        play(600, t -> t % 30 < 3 ? 13.5 : 14.2);

        assertThat(seen).isFalse();
    }

    @Test
    void alternatorThatFails_isNone() {
        started();
        play(100, 14.2);
        play(600, t -> 12.6 - (t - 100) * 0.001);

        assertThat(seen).isFalse();
    }

    @Test
    void dropOutsBelowWhatASmartSystemRegulatesTo_areNone() {
        started();
        for (int i = 0; i < 10; i++) {
            play(20, 14.2);
            play(20, 11.9);
        }

        assertThat(seen).isFalse();
    }

    @Test
    void undercharging_isNone() {
        started();
        play(300, t -> t % 40 < 20 ? 12.4 : 12.9);

        assertThat(seen).isFalse();
    }

    @Test
    void engineStoppedAndStartedAgain_isNone() {
        started();
        for (int i = 0; i < 3; i++) {
            play(40, 14.2);
            play(40, 12.7);
            play(1, 10.5);
            started();
        }
        play(40, 14.2);

        assertThat(seen).isFalse();
    }

    @Test
    void engineStoppedAndStartedUnrecognised_isNone() {
        play(40, 14.2);
        play(40, 12.7);
        play(1, 10.5);
        play(40, 14.2);

        assertThat(seen).isFalse();
    }

    private void started() {
        rule.crankingBegan();
        rule.engineStarted();
    }

    private void play(int seconds, double volts) {
        play(seconds, t -> volts);
    }

    private void play(int seconds, DoubleUnaryOperator volts) {
        for (int end = second + seconds; second < end; second++) {
            double value = volts.applyAsDouble(second) + 0.02 * random.nextGaussian();
            rule.mean(second * SECOND, value, value - 0.05);
            seen |= rule.state() == ChargingState.SMART_ALTERNATOR;
        }
    }
}
