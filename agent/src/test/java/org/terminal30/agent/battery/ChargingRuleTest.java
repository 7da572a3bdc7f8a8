package org.terminal30.agent.battery;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.terminal30.agent.battery.ChargingState.CHARGING;
import static org.terminal30.agent.battery.ChargingState.OFF;
import static org.terminal30.agent.battery.ChargingState.OVERCHARGING;
import static org.terminal30.agent.battery.ChargingState.SMART_ALTERNATOR;
import static org.terminal30.agent.battery.ChargingState.UNDERCHARGING;
import static org.terminal30.agent.battery.ChargingState.UNKNOWN;

/** Rule B7, second by second. */
class ChargingRuleTest {
    private static final long SECOND = 1_000_000_000;

    private final ChargingRule rule = new ChargingRule(ChargingLimits.DEFAULT);
    private int second;

    @Test
    void beforeAnything_nothingIsKnown() {
        assertThat(rule.state()).isEqualTo(UNKNOWN);
        assertThat(rule.engineOffSinceNanos()).isEmpty();
    }

    @Test
    void seenStartThen14Volts_isCharging() {
        started();

        play(2, 14.2);
        assertThat(rule.state()).isEqualTo(UNKNOWN);
        play(1, 14.2);
        assertThat(rule.state()).isEqualTo(CHARGING);
        assertThat(rule.stateSinceNanos()).isEqualTo(3 * SECOND);
    }

    @Test
    void noStartSeenBut14Volts_infersTheEngineAfter5Seconds() {
        play(4, 14.2);
        assertThat(rule.state()).isEqualTo(UNKNOWN);
        play(1, 14.2);

        assertThat(rule.state()).isEqualTo(CHARGING);
        assertThat(rule.engine()).isEqualTo(EngineKnowledge.INFERRED);
    }

    @Test
    void surfaceChargeOf13Point4Volts_isNotTakenForAnAlternator() {
        play(120, t -> 13.4 - t * 0.001);

        assertThat(rule.state()).isEqualTo(UNKNOWN);
        assertThat(rule.engine()).isEqualTo(EngineKnowledge.UNKNOWN);
    }

    @Test
    void riseFromRestTo13Point3Volts_isAnAlternator() {
        play(20, 12.5);
        assertThat(rule.state()).isEqualTo(OFF);
        play(5, 13.3);

        assertThat(rule.state()).isEqualTo(CHARGING);
    }

    @Test
    void cranksWithoutAStartAndBackToSurfaceCharge_isNotTakenForAnAlternator() {
        play(20, 13.3);
        play(2, 9.8);
        rule.crankingBegan();
        play(30, 13.2);

        assertThat(rule.engine()).isEqualTo(EngineKnowledge.UNKNOWN);
        assertThat(rule.state()).isEqualTo(UNKNOWN);
    }

    @Test
    void restingBattery_isOffSinceTheFirstSecond() {
        play(10, 12.6);

        assertThat(rule.state()).isEqualTo(OFF);
        assertThat(rule.engineOffSinceNanos()).hasValue(0);
    }

    @Test
    void startedAndNeverAbove12Point8Volts_isUnderchargingAfter10Seconds() {
        started();

        play(9, 12.7);
        assertThat(rule.state()).isEqualTo(UNKNOWN);
        play(1, 12.7);
        assertThat(rule.state()).isEqualTo(UNDERCHARGING);
    }

    @Test
    void runningUnderLoadAt13Volts_isUndercharging() {
        rule.engineTold(EngineKnowledge.TOLD_LOADED);
        play(10, 13.0);

        assertThat(rule.state()).isEqualTo(UNDERCHARGING);
    }

    @Test
    void runningWithoutLoadAt13Volts_cannotBeJudged() {
        rule.engineTold(EngineKnowledge.TOLD_RUNNING);
        play(600, 13.0);

        assertThat(rule.state()).isEqualTo(UNKNOWN);
        assertThat(rule.engineOffSinceNanos()).isEmpty();
    }

    @Test
    void onTheLimits_passes() {
        rule.engineTold(EngineKnowledge.TOLD_LOADED);
        play(20, 13.2);
        assertThat(rule.state()).isEqualTo(CHARGING);
        play(20, 15.0);
        assertThat(rule.state()).isEqualTo(CHARGING);
    }

    @Test
    void above15VoltsFor10Seconds_isOvercharging() {
        started();
        play(20, 14.2);

        play(9, 15.1);
        assertThat(rule.state()).isEqualTo(CHARGING);
        play(1, 15.1);
        assertThat(rule.state()).isEqualTo(OVERCHARGING);
    }

    @Test
    void shortLoadDips_leaveItCharging() {
        started();
        play(200, t -> t % 20 < 9 ? 12.9 : 14.2);

        assertThat(rule.state()).isIn(CHARGING, SMART_ALTERNATOR);
    }

    @Test
    void engineStopped_isOffSinceTheFall() {
        started();
        play(100, 14.2);
        play(10, 12.7);

        assertThat(rule.state()).isEqualTo(OFF);
        assertThat(rule.engineOffSinceNanos()).hasValue(100 * SECOND);
    }

    @Test
    void alternatorThatFailsUnderEyes_isUnderchargingWhenTheEngineIsToldToRun() {
        rule.engineTold(EngineKnowledge.TOLD_RUNNING);
        play(100, 14.2);
        play(30, t -> 12.5 - (t - 100) * 0.01);

        assertThat(rule.state()).isEqualTo(UNDERCHARGING);
    }

    @Test
    void alternatorThatFailsUnseen_looksLikeAStoppedEngineAndNeverSmart() {
        started();
        play(100, 14.2);
        play(300, t -> 12.5 - (t - 100) * 0.002);

        assertThat(rule.state()).isEqualTo(OFF);
    }

    @Test
    void toldOff_isOffAtAnyRestingVoltage() {
        rule.engineTold(EngineKnowledge.TOLD_OFF);
        play(30, 12.9);

        assertThat(rule.state()).isEqualTo(OFF);
        assertThat(rule.engineOffSinceNanos()).hasValue(0);
    }

    @Test
    void startAfterALongRest_isGivenItsTimeToCharge() {
        play(600, 12.6);
        started();
        play(9, 12.7);
        assertThat(rule.state()).isEqualTo(OFF);
        play(1, 12.7);

        assertThat(rule.state()).isEqualTo(UNDERCHARGING);
    }

    @Test
    void longGap_forgetsTheEngine() {
        started();
        play(30, 14.2);
        second += 11;
        play(1, 13.3);

        assertThat(rule.state()).isEqualTo(UNKNOWN);
        assertThat(rule.engine()).isEqualTo(EngineKnowledge.UNKNOWN);
    }

    @Test
    void oneValueEveryTwoSeconds_isJudgedTheSame() {
        started();
        for (int i = 0; i < 3; i++) {
            play(1, 14.2);
            second++;
        }

        assertThat(rule.state()).isEqualTo(CHARGING);
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
            double value = volts.applyAsDouble(second);
            rule.mean(second * SECOND, value, value);
        }
    }
}
