package org.terminal30.agent.detect;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.agent.detect.RecordDetail.Cranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is taken for an engine start and what never is (rule B5). */
class EngineStartTest {
    private static final double FALL = 5;
    private static final double SAMPLE_SECONDS = 1.001 / 860;

    /** Rest, inrush, strokes for a while, then the alternator: a warm start. */
    private static double warmStart(double t, double rest, double charging) {
        double since = t - FALL;
        if (since < 0) {
            return rest;
        }
        if (since < 0.015) {
            return 8;
        }
        if (since < 0.9) {
            return 10 + 0.5 * Math.sin(2 * Math.PI * 8 * since);
        }
        return since < 1.5 ? 12.4 : charging;
    }

    @Test
    void warmStart_isOneCrankingAndExcusesLowAndCritical() {
        Playback playback = Playback.onboard().play(0, 30, t -> warmStart(t, 12.65, 14.2)).finish();

        SupplyEvent cranking = playback.only(EventKind.CRANKING);
        assertThat(playback.kinds()).containsOnly(EventKind.CRANKING, EventKind.DIP);
        assertThat(playback.startSeconds(cranking)).isCloseTo(FALL, within(SAMPLE_SECONDS));
        assertThat(cranking.durationNanos() / 1e9).isCloseTo(0.9, within(SAMPLE_SECONDS));
        assertThat(cranking.minimum()).isEqualTo(8);
        Cranking detail = detail(cranking);
        assertThat(detail.restVolts()).isCloseTo(12.65, within(0.001));
        assertThat(detail.rippleVoltsPeakToPeak()).isCloseTo(1.0, within(0.1));
        assertThat(detail.started()).isTrue();
        assertThat(Objects.requireNonNull(detail.recoveryNanos()) / 1e9).isCloseTo(0.6, within(0.025));
        assertThat(playback.only(EventKind.DIP).parent()).isEqualTo(cranking.sequence());
    }

    @Test
    void startWithoutAlternator_isNotEstablished_andLowBeginsAtItsEnd() {
        Playback playback = Playback.onboard().play(0, 40, t -> t < FALL + 0.9 ? warmStart(t, 12.65, 0) : 12.3)
                .finish();
        assertThat(detail(playback.only(EventKind.CRANKING)).started()).isFalse();
        SupplyEvent low = playback.only(EventKind.LOW);
        assertThat(playback.startSeconds(low)).isCloseTo(FALL + 0.9, within(0.025));
        assertThat(low.minimum()).isEqualTo(12.3);
    }

    @Test
    void lowBatteryBeforeTheStart_staysLowThroughIt() {
        Playback playback = Playback.onboard().play(0, 30, t -> warmStart(t, 12.35, 14.2)).finish();
        assertThat(playback.kinds()).containsExactlyInAnyOrder(EventKind.LOW, EventKind.CRANKING, EventKind.DIP);
        assertThat(playback.only(EventKind.CRANKING).parent()).isEqualTo(playback.only(EventKind.LOW).sequence());
    }

    @ParameterizedTest(name = "falls to {0} V and stays")
    @CsvSource({"11.4", "10", "7", "4.5", "2.5"})
    void fallThatStaysDown_isReleasedWithinASecondAtItsOwnCrossing(double volts) {
        Playback playback = Playback.onboard().play(0, FALL + 0.8, t -> t < FALL ? 12.65 : volts);
        SupplyEvent critical = playback.only(EventKind.CRITICAL);
        assertThat(playback.startSeconds(critical)).isCloseTo(FALL, within(SAMPLE_SECONDS));
        assertThat(critical.revision()).isOne();
        assertThat(playback.records(EventKind.CRANKING)).isEmpty();
    }

    @Test
    void clampOff_isToldWithinTwentyMilliseconds() {
        Playback playback = Playback.onboard().play(0, FALL + 0.02, t -> t < FALL ? 12.65 : 0.02);
        assertThat(playback.startSeconds(playback.only(EventKind.INTERRUPTION))).isCloseTo(FALL,
                within(SAMPLE_SECONDS));
    }

    @ParameterizedTest(name = "down to {0} V for {1} s")
    @CsvSource({"4.5, 0.1", "4.5, 0.29", "3, 0.25", "9, 0.5"})
    void fallThatComesStraightBack_isNoStart(double volts, double seconds) {
        Playback playback = Playback.onboard()
                .play(0, 20, t -> t < FALL || t >= FALL + seconds ? 12.65 : volts).finish();
        assertThat(playback.records(EventKind.CRANKING)).isEmpty();
        assertThat(playback.only(volts < 5 ? EventKind.INTERRUPTION : EventKind.CRITICAL).durationNanos() / 1e9)
                .isCloseTo(seconds, within(SAMPLE_SECONDS));
    }

    @ParameterizedTest(name = "down to 4 V for {0} s, back within {1} s")
    @CsvSource({"0.58, 0", "0.4, 0", "0.5, 0.1", "0.4, 0.15"})
    void flatFall_isNoStartHoweverItComesBack(double seconds, double backSeconds) {
        Playback playback = Playback.onboard().play(0, 20, t -> {
            double since = t - FALL;
            return since < 0 || since >= seconds + backSeconds
                    ? 12.6
                    : since < seconds ? 4 : 4 + 8.6 * (since - seconds) / backSeconds;
        }).finish();
        assertThat(playback.records(EventKind.CRANKING)).isEmpty();
        assertThat(playback.startSeconds(playback.only(EventKind.INTERRUPTION))).isCloseTo(FALL,
                within(SAMPLE_SECONDS));
    }

    @Test
    void contactThatBounces_isNoStart() {
        // A second of 5 ms without contact and 20 ms with it.
        Playback playback = Playback.onboard()
                .play(0, 20, t -> t > FALL && t < FALL + 1 && (t - FALL) % 0.025 < 0.005 ? 0.3 : 12.65).finish();
        assertThat(playback.records(EventKind.CRANKING)).isEmpty();
        assertThat(playback.records(EventKind.INTERRUPTION)).hasSize(40);
    }

    @Test
    void batteryThatDropsOutWhileTheEngineRuns_isNoStart() {
        Playback playback = Playback.onboard().play(0, 30, t -> warmStart(t, 13.8, 14.2)).finish();
        assertThat(playback.records(EventKind.CRANKING)).isEmpty();
        assertThat(playback.records(EventKind.CRITICAL)).hasSize(1);
    }

    @Test
    void lampsThatAreSwitchedOnAndOff_areNoStart() {
        Playback playback = Playback.onboard()
                .play(0, 20, t -> t < FALL || t > FALL + 2 ? 13.2 : t < FALL + 0.1 ? 12.1 : 12.4).finish();
        assertThat(playback.records(EventKind.CRANKING)).isEmpty();
    }

    @Test
    void crankingForMoreThanTwentySeconds_isNoStart() {
        DoubleUnaryOperator endless = t -> t < FALL ? 12.65 : 9 + Math.sin(2 * Math.PI * 2 * t);
        Playback playback = Playback.onboard().play(0, FALL + 20.1, endless);
        assertThat(playback.records(EventKind.CRANKING)).isEmpty();
        assertThat(playback.startSeconds(playback.only(EventKind.CRITICAL))).isCloseTo(FALL, within(SAMPLE_SECONDS));
    }

    @Test
    void whileArmed_nothingIsExcused() {
        Playback playback = Playback.onboard();
        playback.detector().duty(Duty.ARMED);
        playback.play(0, 30, t -> warmStart(t, 12.65, 14.2)).finish();
        assertThat(playback.records(EventKind.CRANKING)).isEmpty();
        assertThat(playback.records(EventKind.CRITICAL)).hasSize(1);
    }

    @Test
    void armingInTheMiddleOfASuspicion_tellsWhatWasHeldBack() {
        Playback playback = Playback.onboard().play(0, FALL + 0.4, t -> warmStart(t, 12.65, 14.2));
        assertThat(playback.records(EventKind.CRITICAL)).isEmpty();
        playback.detector().duty(Duty.ARMED);
        assertThat(playback.startSeconds(playback.only(EventKind.CRITICAL))).isCloseTo(FALL, within(SAMPLE_SECONDS));
    }

    @Test
    void silenceInTheMiddleOfASuspicion_provesNothing() {
        Playback playback = Playback.onboard().play(0, FALL + 0.4, t -> warmStart(t, 12.65, 14.2))
                .play(FALL + 3, 30, t -> 14.2).finish();
        assertThat(playback.records(EventKind.CRANKING)).isEmpty();
        assertThat(playback.records(EventKind.CRITICAL)).hasSize(1);
    }

    @ParameterizedTest(name = "one value every {0} s")
    @CsvSource({"2", "1", "0.5"})
    void coarseData_showAStartInASingleValue(double interval) {
        Playback playback = Playback.at(1 / interval)
                .play(0, 60, t -> t < 20 ? 12.4 : t < 20 + interval ? 10.8 : 14.1).finish();
        assertThat(playback.kinds()).containsOnly(EventKind.LOW, EventKind.DIP, EventKind.CRANKING);
        assertThat(detail(playback.only(EventKind.CRANKING)).rippleVoltsPeakToPeak()).isNull();
        assertThat(detail(playback.only(EventKind.CRANKING)).started()).isTrue();
    }

    @Test
    void coarseDataThatMissTheMinimum_showAStartByTheRunningEngine() {
        assertThat(coarse(14.1).records(EventKind.CRANKING)).hasSize(1);
        assertThat(coarse(12.6).records(EventKind.CRANKING)).isEmpty();
    }

    private static Playback coarse(double after) {
        return Playback.at(0.5).play(0, 80, t -> t < 20 ? 12.6 : t < 22 ? 12.2 : after).finish();
    }

    @Test
    void coarseDataThatStayDown_areReleasedAfterTenSeconds() {
        Playback playback = Playback.at(0.5).play(0, 60, t -> t < 20 ? 12.6 : 11).finish();
        assertThat(playback.records(EventKind.CRANKING)).isEmpty();
        assertThat(playback.startSeconds(playback.only(EventKind.CRITICAL))).isBetween(18.0, 20.0);
    }

    private static Cranking detail(SupplyEvent event) {
        return (Cranking) Objects.requireNonNull(event.detail());
    }
}
