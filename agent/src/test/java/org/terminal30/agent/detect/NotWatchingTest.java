package org.terminal30.agent.detect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is not seen is recorded as not seen, and counts for nothing else (rule B3). */
class NotWatchingTest {
    private static final double SAMPLE_SECONDS = 1.001 / 860;

    @ParameterizedTest(name = "{0} samples/s: a hole of {1} s is recorded: {2}")
    @CsvSource({"860, 0.99, false", "860, 1.01, true", "2, 1.5, false", "2, 2, true", "0.5, 6, false", "0.5, 8, true"})
    void hole_isRecordedBeyondOneSecondOrThreeIntervals(double rateHertz, double seconds, boolean recorded) {
        Playback playback = Playback.at(rateHertz).play(0, 20, 12.7).play(20 - 1 / rateHertz + seconds, 60, 12.7);
        assertThat(playback.finish().records(EventKind.NOT_WATCHING)).hasSize(recorded ? 1 : 0);
    }

    @Test
    void silence_isToldWhenTimePassesWithoutASample() {
        Playback playback = Playback.onboard().play(0, 5, 12.7).advanceTo(5.9);
        assertThat(playback.records()).isEmpty();
        playback.advanceTo(6.1).advanceTo(6.5).advanceTo(8);
        assertThat(playback.told()).hasSize(2).allMatch(SupplyEvent::open);
        assertThat(playback.startSeconds(playback.only(EventKind.NOT_WATCHING))).isCloseTo(5, within(SAMPLE_SECONDS));
        assertThat(playback.endSeconds(playback.only(EventKind.NOT_WATCHING))).isEqualTo(8);
        assertThat(playback.only(EventKind.NOT_WATCHING).minimum()).isNaN();
    }

    @Test
    void sourceThatNeverGivesASample_isNotWatchedFromTheFirstTimeOn() {
        Playback playback = Playback.onboard().advanceTo(3).advanceTo(4.1);
        assertThat(playback.startSeconds(playback.only(EventKind.NOT_WATCHING))).isEqualTo(3);
    }

    @Test
    void watchingAgain_isKnownAfterFiveGoodSecondsAndBeganWithTheFirstSample() {
        Playback playback = Playback.onboard().play(0, 5, 12.7).play(8, 12.99, 12.7);
        assertThat(playback.only(EventKind.NOT_WATCHING).open()).isTrue();
        playback.play(12.99, 13.1, 12.7);
        assertThat(playback.only(EventKind.NOT_WATCHING).open()).isFalse();
        assertThat(playback.endSeconds(playback.only(EventKind.NOT_WATCHING))).isCloseTo(8, within(SAMPLE_SECONDS));
    }

    @Test
    void secondHoleDuringTheRecovery_isPartOfTheSameRecord() {
        Playback playback = Playback.onboard().play(0, 5, 12.7).play(8, 10, 12.7).play(12, 18, 12.7);
        assertThat(playback.endSeconds(playback.only(EventKind.NOT_WATCHING))).isCloseTo(12, within(SAMPLE_SECONDS));
    }

    @Test
    void lostSource_isNotWatchedFromItsLastSampleToItsNext() {
        Playback playback = Playback.onboard().play(0, 5, 12.7);
        playback.detector().lost(Channel.ONBOARD, "cable pulled");
        SupplyEvent lost = playback.only(EventKind.NOT_WATCHING);
        assertThat(lost.reason()).isEqualTo("cable pulled");
        playback.play(5.5, 11, 12.7);
        assertThat(playback.startSeconds(playback.only(EventKind.NOT_WATCHING))).isCloseTo(5, within(SAMPLE_SECONDS));
        assertThat(playback.endSeconds(playback.only(EventKind.NOT_WATCHING))).isCloseTo(5.5, within(SAMPLE_SECONDS));
    }

    @Test
    void sourceLostBeforeItsFirstSample_isNotWatchedFromTheFirstKnownTimeOn() {
        Playback sampled = Playback.onboard();
        sampled.detector().lost(Channel.ONBOARD, "no such device");
        assertThat(sampled.records()).isEmpty();
        sampled.play(2, 8, 12.7);
        assertThat(sampled.only(EventKind.NOT_WATCHING).reason()).isEqualTo("no such device");
        assertThat(sampled.only(EventKind.NOT_WATCHING).open()).isFalse();

        Playback waiting = Playback.onboard();
        waiting.detector().lost(Channel.ONBOARD, "no such device");
        waiting.advanceTo(2);
        assertThat(waiting.startSeconds(waiting.only(EventKind.NOT_WATCHING))).isEqualTo(2);
    }

    @Test
    void stuckChannel_isTheOnlyOneNotWatched() {
        Playback playback = Playback.of(Channel.ONBOARD, Channel.RADIO);
        playback.play(Channel.ONBOARD, 0, 5, 64, t -> 12.7).play(Channel.RADIO, 0, 5, 64, t -> 12.6);
        playback.detector().lost(Channel.RADIO, "ready bit does not advance");
        assertThat(playback.only(EventKind.NOT_WATCHING).channel()).isEqualTo(Channel.RADIO);
        assertThat(playback.only(EventKind.NOT_WATCHING).reason()).isEqualTo("ready bit does not advance");
    }

    @Test
    void stuckSaidAgain_beginsTheRecoveryAnew() {
        Playback playback = Playback.onboard().play(0, 5, 12.7);
        playback.detector().lost(Channel.ONBOARD, "stuck");
        playback.play(5, 9, 12.7);
        playback.detector().lost(Channel.ONBOARD, "stuck");
        playback.play(9, 13.9, 12.7);
        assertThat(playback.only(EventKind.NOT_WATCHING).open()).isTrue();
        playback.play(13.9, 14.1, 12.7);
        assertThat(playback.endSeconds(playback.only(EventKind.NOT_WATCHING))).isCloseTo(9, within(SAMPLE_SECONDS));
    }

    @ParameterizedTest(name = "{0} at {1} V for {2} s on either side of a gap")
    @CsvSource({"LOW, 12.4, 0.6", "CRITICAL, 11.4, 0.06", "REVERSED, -1, 0.006", "SURGE, 15.5, 0.6",
            "SURGE, 17, 0.003"})
    void timeOfAGap_countsTowardsNoDelay(EventKind kind, double volts, double seconds) {
        Playback playback = Playback.onboard().play(0, 5, 12.7).play(5, 5 + seconds, volts)
                .play(8, 8 + seconds, volts).play(8 + seconds, 15, 12.7).finish();
        assertThat(playback.records(kind)).isEmpty();
        assertThat(playback.records(EventKind.NOT_WATCHING)).hasSize(1);
    }

    @Test
    void recordOpenAtAGap_staysOneRecord() {
        Playback playback = Playback.onboard().play(0, 5, 12.7).play(5, 7, 11).play(9, 10, 11).play(10, 16, 12.7);
        assertThat(playback.only(EventKind.LOW).durationNanos() / 1e9).isCloseTo(5, within(SAMPLE_SECONDS));
        assertThat(playback.only(EventKind.CRITICAL).open()).isFalse();
    }

    @Test
    void levelAfterAGap_isNotACrossingInside() {
        Playback playback = Playback.onboard().play(0, 5, 12.7).play(8, 10, 12).finish();
        assertThat(playback.startSeconds(playback.only(EventKind.LOW))).isCloseTo(8, within(SAMPLE_SECONDS));
    }
}
