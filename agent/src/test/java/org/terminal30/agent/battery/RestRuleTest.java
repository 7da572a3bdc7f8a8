package org.terminal30.agent.battery;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.battery.RestingVoltage.Before;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RestRuleTest {
    private static final long SECOND = 1_000_000_000;

    private final RestRule rule = new RestRule(RestLimits.DEFAULT, ChargingLimits.DEFAULT);
    private int second;

    @Test
    void lessThanAMinute_isNoRest() {
        play(59, 12.6);
        assertThat(rule.resting()).isEmpty();

        play(1, 12.6);
        assertThat(rule.resting()).hasValue(new RestingVoltage(12.6, 60 * SECOND, Before.NOT_MEASURED));
    }

    @Test
    void afterCharging_restCountsFromThereAndSurfaceChargeIsNotExcluded() {
        play(60, 14.2);
        play(3600, t -> 12.6 + 0.4 * Math.exp(-(t - 60) / 600));

        assertThat(rule.resting()).hasValueSatisfying(rest -> {
            assertThat(rest.before()).isEqualTo(Before.CHARGED);
            assertThat(rest.restNanos()).isBetween(3400 * SECOND, 3600 * SECOND);
            assertThat(rest.volts()).isCloseTo(12.6, within(0.01));
        });
    }

    @Test
    void fourHours_settleIt() {
        play(60, 14.2);
        play(4 * 3600 + 1, 12.7);

        assertThat(rule.resting().orElseThrow().before()).isEqualTo(Before.SETTLED);
    }

    @Test
    void stoodForHoursAsSomebodySays_isSettledAfterAMinute() {
        rule.stood();
        play(59, 12.6);
        assertThat(rule.resting()).isEmpty();
        play(1, 12.6);
        assertThat(rule.resting().orElseThrow().before()).isEqualTo(Before.SETTLED);

        play(20, 14.2);
        play(70, 12.9);
        assertThat(rule.resting().orElseThrow().before()).as("charged since").isEqualTo(Before.CHARGED);
    }

    @Test
    void headlightsForAMinuteThenFiveMinutesWait_takeTheSurfaceChargeAway() {
        play(60, 14.2);
        play(120, 12.9);
        play(61, 12.4);
        play(300, 12.65);
        assertThat(rule.resting().orElseThrow().before()).isEqualTo(Before.CHARGED);

        play(1, 12.65);
        assertThat(rule.resting().orElseThrow().before()).isEqualTo(Before.LOADED);
    }

    @Test
    void headlightsForHalfAMinute_areNotEnough() {
        play(60, 14.2);
        play(120, 12.9);
        play(30, 12.4);
        play(400, 12.65);

        assertThat(rule.resting().orElseThrow().before()).isEqualTo(Before.CHARGED);
    }

    @Test
    void underLoad_isNoRest() {
        play(120, 12.7);
        play(300, t -> 12.4 - (t - 120) * 0.0003);

        assertThat(rule.resting()).isEmpty();
    }

    @Test
    void cranking_endsTheRest() {
        play(120, 12.7);
        rule.cranked();
        play(59, 12.7);

        assertThat(rule.resting()).isEmpty();
    }

    @Test
    void gap_forgetsWhatWasBefore() {
        play(60, 14.2);
        play(100, 12.7);
        second += 20;
        play(60, 12.7);

        assertThat(rule.resting()).hasValue(new RestingVoltage(12.7, 60 * SECOND, Before.NOT_MEASURED));
    }

    private void play(int seconds, double volts) {
        play(seconds, t -> volts);
    }

    private void play(int seconds, DoubleUnaryOperator volts) {
        for (int end = second + seconds; second < end; second++) {
            rule.mean(second * SECOND, volts.applyAsDouble(second));
        }
    }
}
