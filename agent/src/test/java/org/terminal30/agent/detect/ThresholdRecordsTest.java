package org.terminal30.agent.detect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Low, critical, interruption and reversed: levels, edges, delays and crossings (rule B3). */
class ThresholdRecordsTest {
    private static final double SAMPLE_SECONDS = 1.001 / 860;

    @ParameterizedTest(name = "{0} at {1} V is recorded: {2}")
    @CsvSource({
            "LOW, 12.50, false",
            "LOW, 12.499, true",
            "CRITICAL, 11.50, false",
            "CRITICAL, 11.499, true",
            "INTERRUPTION, 5.0, false",
            "INTERRUPTION, 4.999, true",
            "REVERSED, -0.499, false",
            "REVERSED, -0.5, true"
    })
    void levelForThreeSeconds_startsARecordOnlyBeyondTheThreshold(EventKind kind, double volts, boolean recorded) {
        Playback playback = Playback.onboard().play(0, 10, t -> t >= 4 && t < 7 ? volts : 12.7).finish();
        assertThat(playback.records(kind)).hasSize(recorded ? 1 : 0);
    }

    @ParameterizedTest(name = "{0} is over at {1} V: {2}")
    @CsvSource({
            "LOW, 12.599, false",
            "LOW, 12.60, true",
            "CRITICAL, 11.749, false",
            "CRITICAL, 11.75, true",
            "INTERRUPTION, 5.499, false",
            "INTERRUPTION, 5.5, true",
            "REVERSED, -0.5, false",
            "REVERSED, -0.499, true"
    })
    void returnToALevel_endsTheRecordOnlyAtOrAboveItsEnd(EventKind kind, double volts, boolean over) {
        Playback playback = Playback.onboard().play(0, 8, t -> t < 2 ? 12.7 : t < 5 ? -1 : volts).finish();
        assertThat(playback.only(kind).open()).isEqualTo(!over);
    }

    @ParameterizedTest(name = "{0}: {2} s at {1} V is recorded: {3}")
    @CsvSource({
            "LOW, 12.4, 0.95, false",
            "LOW, 12.4, 1.15, true",
            "CRITICAL, 11.4, 0.09, false",
            "CRITICAL, 11.4, 0.13, true",
            "INTERRUPTION, 4, 0.0012, true",
            "REVERSED, -1, 0.008, false",
            "REVERSED, -1, 0.012, true"
    })
    void stayBeyondTheThreshold_isRecordedFromItsDelayOn(EventKind kind, double volts, double seconds,
            boolean recorded) {
        Playback playback = Playback.onboard().play(0, 10, t -> t >= 4 && t < 4 + seconds ? volts : 12.7).finish();
        assertThat(playback.records(kind)).hasSize(recorded ? 1 : 0);
        playback.records(kind).forEach(found -> {
            assertThat(playback.startSeconds(found)).isCloseTo(4, within(SAMPLE_SECONDS));
            assertThat(found.durationNanos() / 1e9).isCloseTo(seconds, within(SAMPLE_SECONDS + 1e-9));
            assertThat(found.minimum()).isEqualTo(volts);
        });
    }

    @Test
    void meanBackAtTheStart_restartsTheDelay() {
        Playback playback = Playback.onboard()
                .play(0, 10, t -> t >= 4 && t < 6.2 && !(t >= 4.8 && t < 5) ? 12.4 : 12.7).finish();
        assertThat(playback.only(EventKind.LOW).startNanos() / 1e9).isCloseTo(5.0, within(SAMPLE_SECONDS));
    }

    @Test
    void singleSamplesAboveTheStart_doNotRestartTheDelayOfAMean() {
        Playback playback = Playback.onboard()
                .play(0, 10, t -> t >= 4 && t < 6 ? Math.round(t * 860) % 40 == 0 ? 12.7 : 12.4 : 12.7).finish();
        assertThat(playback.only(EventKind.LOW).durationNanos() / 1e9).isCloseTo(2.0, within(2 * SAMPLE_SECONDS));
    }

    @Test
    void rampThroughTheThresholds_isStampedWhereTheyWereCrossed() {
        Playback playback = Playback.at(10).play(0, 60, t -> t < 30 ? 13 - 0.13 * t : 9.1 + 0.13 * (t - 30)).finish();
        assertThat(playback.startSeconds(playback.only(EventKind.LOW))).isCloseTo(0.5 / 0.13, within(1e-6));
        assertThat(playback.endSeconds(playback.only(EventKind.LOW))).isCloseTo(30 + 3.5 / 0.13, within(1e-6));
        assertThat(playback.startSeconds(playback.only(EventKind.CRITICAL))).isCloseTo(1.5 / 0.13, within(1e-6));
        assertThat(playback.endSeconds(playback.only(EventKind.CRITICAL))).isCloseTo(30 + 2.65 / 0.13, within(1e-6));
    }

    @ParameterizedTest(name = "a step to {0} V is placed {1} of a sample after its last neighbour")
    @CsvSource({"9.71, 0.0669", "9.69, 0.5", "0, 0.5"})
    void stepOfMoreThanThreeVolts_isPlacedAtItsMidpoint(double volts, double share) {
        Playback playback = Playback.withoutStarts(10).play(0, 10, t -> t > 3.95 && t < 7 ? volts : 12.7).finish();
        assertThat(playback.startSeconds(playback.only(EventKind.LOW))).isCloseTo(3.9 + 0.1 * share, within(1e-4));
    }

    @Test
    void levelBetweenStartAndEnd_keepsTheRecordOpenAndStartsNone() {
        Playback playback = Playback.onboard()
                .play(0, 20, t -> t < 4 ? 12.55 : t < 6 ? 12.4 : t < 15 ? 12.55 : t < 16 ? 12.7 : 12.55).finish();
        assertThat(playback.only(EventKind.LOW).endNanos() / 1e9).isCloseTo(15, within(SAMPLE_SECONDS));
    }

    @ParameterizedTest(name = "{0} samples/s")
    @CsvSource({"1", "5", "10", "19"})
    void sourceTooSlowForMeans_isJudgedOnItsSamples(double rateHertz) {
        Playback playback = Playback.withoutStarts(rateHertz).play(0, 30, t -> t > 9.99 && t < 14.99 ? 11 : 12.7)
                .finish();
        for (EventKind kind : new EventKind[]{EventKind.LOW, EventKind.CRITICAL}) {
            assertThat(playback.only(kind).durationNanos() / 1e9).isCloseTo(5, within(1 / rateHertz));
            assertThat(playback.only(kind).open()).isFalse();
        }
    }

    @Test
    void spikeBeforeARecordBegan_isNotItsMinimum() {
        // In one window: a spike down, a recovery, then the fall that becomes the record.
        Playback playback = Playback.onboard().play(0, 10, t -> t >= 4.02 && t < 4.022
                ? 9
                : t < 4.09 ? 12.7 : t < 6 ? 12.4 : 12.7).finish();
        assertThat(playback.startSeconds(playback.only(EventKind.LOW))).isCloseTo(4.09, within(SAMPLE_SECONDS));
        assertThat(playback.only(EventKind.LOW).minimum()).isEqualTo(12.4);
    }

    @ParameterizedTest(name = "{0} at {1} V for {2} s before the end")
    @CsvSource({"LOW, 12.4, 1.005", "CRITICAL, 11.4, 0.105", "INTERRUPTION, 1, 0.002"})
    void recordThatMaturesInTheLastPartialWindow_isTold(EventKind kind, double volts, double seconds) {
        Playback playback = Playback.onboard().play(0, 4.05 + seconds, t -> t >= 4.05 ? volts : 12.7).finish();
        assertThat(playback.only(kind).open()).isTrue();
        assertThat(playback.startSeconds(playback.only(kind))).isCloseTo(4.05, within(SAMPLE_SECONDS));
    }

    @Test
    void openRecord_isToldAgainOnceASecond() {
        Playback playback = Playback.onboard().play(0, 14, t -> t >= 4 ? 3 : 12.7);
        assertThat(playback.only(EventKind.INTERRUPTION).revision()).isBetween(9, 11);
    }
}
