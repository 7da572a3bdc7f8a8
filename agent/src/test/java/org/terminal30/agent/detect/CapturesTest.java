package org.terminal30.agent.detect;

import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Full-rate samples around records. */
class CapturesTest {
    private static final double SAMPLE_SECONDS = 1.001 / 860;

    @ParameterizedTest(name = "{0} samples/s")
    @ValueSource(doubles = {30, 860, 20_000})
    void capture_isEverySampleFromASecondBeforeToFourAfter(double rateHertz) {
        Playback playback = Playback.at(rateHertz).play(0, 20, t -> t >= 10 && t < 10.1 ? 1 : 12.65).finish();
        assertThat(playback.captured().getFirst().atSeconds()).isCloseTo(9, within(1.001 / rateHertz));
        assertThat(playback.captured().getLast().atSeconds()).isCloseTo(14, within(1.001 / rateHertz));
        assertThat((double) playback.captured().size()).isCloseTo(5 * rateHertz, within(2.0));
        assertThat(playback.captured().stream().filter(sample -> sample.value() < 5).count())
                .isEqualTo(Math.round(0.1 * rateHertz));
    }

    @Test
    void recordInsideACapture_prolongsIt() {
        Playback playback = Playback.onboard()
                .play(0, 30, t -> (t >= 10 && t < 10.1) || (t >= 13 && t < 13.1) ? 1 : 12.65).finish();
        assertThat(playback.captured().getLast().atSeconds()).isCloseTo(17, within(SAMPLE_SECONDS));
        assertThat((double) playback.captured().size()).isCloseTo(8 * 860, within(2.0));
    }

    @Test
    void quietSupply_isNotCaptured() {
        assertThat(Playback.onboard().play(0, 30, 12.65).finish().captured()).isEmpty();
    }

    @Test
    void contactThatChattersForAnHour_isCapturedWithinTheAllowance() {
        Playback playback = Playback.at(100).play(0, 3600, t -> t % 3 < 0.1 ? 1 : 12.65).finish();
        double seconds = playback.captured().size() / 100.0;
        assertThat(seconds).isBetween(60.0, 60 + 3600 / 10 + 20.0);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void samplesOfCaptures_areThoseOfTheTraceInOrderAndOnce(long seed) {
        DoubleUnaryOperator trace = new RandomTrace(seed, 40, true);
        Playback whole = Playback.onboard().play(Channel.ONBOARD, 0, 40, 1, trace).finish();
        Playback cut = Playback.onboard().play(Channel.ONBOARD, 0, 40, 1 + (int) (seed * 97 % 1000), trace).finish();
        assertThat(whole.captured()).isEqualTo(cut.captured())
                .isSortedAccordingTo(Comparator.comparingDouble(Playback.Captured::atSeconds))
                .doesNotHaveDuplicates()
                .allSatisfy(sample -> assertThat(sample.value())
                        .isEqualTo(trace.applyAsDouble(Math.round(sample.atSeconds() * 860) / 860.0)));
    }
}
