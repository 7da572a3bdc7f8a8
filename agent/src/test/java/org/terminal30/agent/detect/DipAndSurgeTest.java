package org.terminal30.agent.detect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The dip's reference and new level, the surge's two levels and its saturation (rule B3). */
class DipAndSurgeTest {
    private static final double SAMPLE_SECONDS = 1.001 / 860;

    @ParameterizedTest(name = "resting at {0} V, a fall to {1} V is a dip: {2}")
    @CsvSource({
            "12.0, 10.81, false",
            "12.0, 10.79, true",
            "14.4, 11.35, false",
            "14.4, 11.33, true",
            "6.1, 5.48, true",
            "5.9, 5.2, false"
    })
    void fallForOneSample_isADipBelowNineTenthsOfTheReference(double rest, double fall, boolean dip) {
        Playback playback = Playback.onboard().play(0, 10, t -> t >= 5 && t < 5.001 ? fall : rest).finish();
        assertThat(playback.records(EventKind.DIP)).hasSize(dip ? 1 : 0);
    }

    @ParameterizedTest(name = "back at {0} V the dip is over: {1}")
    @CsvSource({"11.03, false", "11.05, true"})
    void dip_endsAtNinetyTwoHundredthsOfTheReference(double back, boolean over) {
        Playback playback = Playback.onboard().play(0, 8, t -> t < 5 ? 12.0 : t < 5.2 ? 9 : back).finish();
        assertThat(playback.only(EventKind.DIP).open()).isEqualTo(!over);
    }

    @Test
    void dipBeforeTheFirstSecondIsOver_isNotKnown() {
        Playback playback = Playback.onboard().play(0, 0.9, t -> t > 0.5 && t < 0.6 ? 8 : 12.6).finish();
        assertThat(playback.records(EventKind.DIP)).isEmpty();
    }

    @Test
    void reference_beginsWithTheMedianOfTheFirstSecond() {
        // A third of the first second at 6 V: the mean would be 10.6 V, and 9.8 V no dip.
        Playback playback = Playback.onboard().play(0, 3, t -> t < 0.3 ? 6 : t < 2 ? 12.6 : 9.8).finish();
        assertThat(playback.only(EventKind.DIP).startNanos() / 1e9).isCloseTo(2, within(SAMPLE_SECONDS));
    }

    @Test
    void reference_followsWithATimeConstantOfAMinute() {
        // From 12.6 to 11.6 V for one time constant: r = 11.6 + 1/e = 11.968, the dip's start 10.771.
        assertThat(afterAMinuteAt(11.6, 10.79).records(EventKind.DIP)).isEmpty();
        assertThat(afterAMinuteAt(11.6, 10.75).records(EventKind.DIP)).hasSize(1);
    }

    private static Playback afterAMinuteAt(double level, double fall) {
        return Playback.at(100).play(0, 70, t -> t < 5 ? 12.6 : t < 65 ? level : t < 65.1 ? fall : level).finish();
    }

    @Test
    void reference_isFrozenInsideADip() {
        // 9 s below: not yet a new level. Without the freeze r would have sunk to about 12.1 V.
        Playback playback = Playback.onboard().play(0, 20, t -> t < 5 ? 12.6 : t < 14 ? 9 : t < 16 ? 12.6 : 11.33);
        assertThat(playback.finish().records(EventKind.DIP)).hasSize(2);
    }

    @Test
    void levelSteadyForTenSeconds_endsTheDipAndIsTheNewReference() {
        Playback playback = Playback.onboard()
                .play(0, 40, t -> t < 5 ? 12.6 : t < 30 ? 10 + 0.15 * Math.sin(t) : 8.9).finish();
        SupplyEvent first = playback.records(EventKind.DIP).getFirst();
        assertThat(first.reason()).isEqualTo(SupplyEvent.NEW_LEVEL);
        assertThat(first.durationNanos() / 1e9).isCloseTo(10, within(0.21));
        assertThat(playback.startSeconds(playback.records(EventKind.DIP).get(1))).isCloseTo(30, within(0.01));
    }

    @Test
    void levelThatWanders_isNoNewLevel() {
        Playback playback = Playback.onboard().play(0, 30, t -> t < 5 ? 12.6 : 10 + Math.sin(t)).finish();
        assertThat(playback.only(EventKind.DIP).open()).isTrue();
        assertThat(playback.only(EventKind.DIP).reason()).isNull();
    }

    @Test
    void deadNetwork_isNeverANewLevel() {
        Playback playback = Playback.onboard().play(0, 60, t -> t < 5 ? 12.6 : 0.02).finish();
        assertThat(playback.only(EventKind.DIP).open()).isTrue();
        assertThat(playback.only(EventKind.INTERRUPTION).open()).isTrue();
    }

    @ParameterizedTest(name = "{1} s at {0} V: recorded {2}, severe {3}")
    @CsvSource({
            "15.0, 3, false, false",
            "15.01, 1.2, true, false",
            "15.5, 0.9, false, false",
            "16.0, 0.5, false, false",
            "16.1, 0.003, false, false",
            "16.1, 0.008, true, true",
            "17, 2, true, true"
    })
    void rise_isASurgeByItsLevelAndTime(double volts, double seconds, boolean recorded, boolean severe) {
        Playback playback = Playback.onboard().play(0, 10, t -> t >= 4 && t < 4 + seconds ? volts : 14).finish();
        assertThat(playback.records(EventKind.SURGE)).hasSize(recorded ? 1 : 0);
        playback.records(EventKind.SURGE).forEach(surge -> {
            assertThat(surge.reason()).isEqualTo(severe ? SupplyEvent.SEVERE : null);
            assertThat(surge.maximum()).isEqualTo(volts);
            assertThat(surge.durationNanos() / 1e9).isCloseTo(seconds, within(2 * SAMPLE_SECONDS));
            assertThat(surge.saturated()).isFalse();
        });
    }

    @ParameterizedTest(name = "back at {0} V the surge is over: {1}")
    @CsvSource({"14.76, false", "14.75, true"})
    void surge_endsAQuarterVoltBelowItsStart(double back, boolean over) {
        Playback playback = Playback.onboard().play(0, 10, t -> t < 3 ? 14 : t < 6 ? 15.5 : back).finish();
        assertThat(playback.only(EventKind.SURGE).open()).isEqualTo(!over);
    }

    @Test
    void surgeAtTheEndOfTheConverter_isSaturatedFromItsFirstTellingOn() {
        Playback playback = Playback.withRail(19.8)
                .play(0, 10, t -> t < 4 ? 14 : t < 4.003 ? 19.8 : t < 4.02 ? 17 : t < 7 ? 14 : t < 7.02 ? 19.7 : 14)
                .finish();
        assertThat(playback.told().getFirst().saturated()).isTrue();
        assertThat(playback.records(EventKind.SURGE)).extracting(SupplyEvent::saturated).containsExactly(true, false);
    }

    @Test
    void slowSource_findsASurgeInOneSample() {
        Playback playback = Playback.at(5).play(0, 10, t -> t > 4.99 && t < 5.1 ? 17 : 14).finish();
        assertThat(playback.only(EventKind.SURGE).reason()).isEqualTo(SupplyEvent.SEVERE);
        assertThat(playback.only(EventKind.SURGE).maximum()).isEqualTo(17);
    }

    @Test
    void severeSurgeThatBeginsLateInAWindow_isOneRecord() {
        Playback playback = Playback.onboard().play(0, 10, t -> t >= 4.08 && t < 6 ? 17 : 12).finish();
        assertThat(playback.only(EventKind.SURGE).durationNanos() / 1e9).isCloseTo(1.92, within(SAMPLE_SECONDS));
    }

    @Test
    void severeSurgeAfterAShortRise_beginsAtItsOwnCrossing() {
        Playback playback = Playback.onboard()
                .play(0, 10, t -> t >= 4.01 && t < 4.02 ? 15.5 : t >= 4.05 && t < 4.08 ? 17 : 14).finish();
        assertThat(playback.startSeconds(playback.only(EventKind.SURGE))).isCloseTo(4.05, within(SAMPLE_SECONDS));
    }
}
