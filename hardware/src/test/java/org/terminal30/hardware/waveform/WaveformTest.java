package org.terminal30.hardware.waveform;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.terminal30.hardware.waveform.Segment.decay;
import static org.terminal30.hardware.waveform.Segment.hold;
import static org.terminal30.hardware.waveform.Segment.ramp;
import static org.terminal30.hardware.waveform.Segment.sine;

class WaveformTest {
    private static final Waveform EVERY_SHAPE = Waveform.of(hold(12, 0.5), ramp(12, 4, 0.01), sine(7, 2, 10, 1),
            decay(7, 13, 0.02, 0.1), hold(13, 0.2));

    @Test
    void voltage_isThatOfTheSegmentAndOfTheLaterOneWhereTwoMeet() {
        Waveform waveform = Waveform.of(hold(12, 1), ramp(10, 4, 2), sine(7, 2, 1, 1));
        assertThat(waveform.voltsAt(-5)).isEqualTo(12);
        assertThat(waveform.voltsAt(999_999_999)).isEqualTo(12);
        assertThat(waveform.voltsAt(1_000_000_000)).isEqualTo(10);
        assertThat(waveform.voltsAt(2_000_000_000)).isEqualTo(7);
        assertThat(waveform.voltsAt(3_250_000_000L)).isCloseTo(8, within(1e-12));
        assertThat(waveform.voltsAt(9_000_000_000L)).isCloseTo(7, within(1e-12));
        assertThat(waveform.duration()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void decay_isAtATenthAfterItsTime() {
        Waveform waveform = Waveform.of(decay(-100, 0, 0.002 / Math.log(10), 1));
        assertThat(waveform.voltsAt(0)).isEqualTo(-100);
        assertThat(waveform.voltsAt(2_000_000)).isCloseTo(-10, within(1e-9));
    }

    /** Property: the mean over any stretch is the mean of its points. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mean_isThatOfManyPoints(long seed) {
        Random random = new Random(seed);
        long from = Math.round((random.nextDouble() * 2 - 0.1) * 1e9);
        long until = from + Math.round(random.nextDouble() * 1e9);
        double sum = 0;
        int points = 200_000;
        for (int i = 0; i < points; i++) {
            sum += EVERY_SHAPE.voltsAt(from + Math.round((i + 0.5) * (until - from) / points));
        }
        assertThat(EVERY_SHAPE.meanVolts(from, until)).as("seed %d", seed).isCloseTo(sum / points, within(1e-4));
    }

    /** Property: the closed form is what small steps come to, whatever the time constant, one alike a segment's too. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0003, 0.00167, 0.02, 0.3})
    void lowPass_showsWhatSmallStepsComeTo(double timeConstantSeconds) {
        var lowPass = new LowPass(EVERY_SHAPE, timeConstantSeconds);
        double stepped = EVERY_SHAPE.firstVolts();
        long step = 2_000;
        for (long nanos = 0; nanos < 2_000_000_000L; nanos += step) {
            double toward = EVERY_SHAPE.voltsAt(nanos + step / 2);
            stepped = toward + (stepped - toward) * Math.exp(-step / 1e9 / timeConstantSeconds);
            if (nanos % 10_000_000 == 0) {
                assertThat(lowPass.advanceTo(nanos + step)).as("%d ns", nanos).isCloseTo(stepped, within(1e-3));
            }
        }
    }

    @Test
    void lifted_movesTheRestAndWhatLeadsToItAndLeavesThePlateau() {
        Waveform lifted = Profiles.find("iso16750-start-3").orElseThrow().cycle().lifted(12.6);
        assertThat(lifted.segments()).containsExactly(hold(12.6, 1), ramp(12.6, 3, 0.005), hold(3, 0.015),
                ramp(3, 6, 0.05), sine(6, 2, 2, 1), ramp(6, 12.6, 0.1), hold(12.6, 1));
    }

    @Test
    void notAStart_beginsAndEndsAtRestAndFallsAsFarAsItShould() {
        for (Profile profile : Profiles.of(Profile.Family.START)) {
            Waveform start = profile.cycle().lifted(12.6);
            for (NotAStart variant : NotAStart.values()) {
                Waveform waveform = variant.of(start);
                assertThat(waveform.firstVolts()).isEqualTo(12.6);
                assertThat(waveform.lastVolts()).isEqualTo(12.6);
            }
            double fallen = start.voltsAt(1_010_000_000);
            assertThat(NotAStart.STAYS_DOWN.of(start).voltsAt(20_000_000_000L)).isCloseTo(fallen, within(1e-9));
            assertThat(NotAStart.COMES_BACK.of(start).voltsAt(1_300_000_000)).isEqualTo(12.6);
            assertThat(NotAStart.CLAMP_OFF.of(start).voltsAt(2_000_000_000)).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void repeated_standsAsItEndedBetweenTheRepetitions() {
        Waveform repeated = Waveform.of(hold(12, 1), hold(5, 1)).repeated(3, Duration.ofSeconds(2));
        assertThat(repeated.duration()).isEqualTo(Duration.ofSeconds(10));
        assertThat(repeated.voltsAt(3_500_000_000L)).isEqualTo(5);
        assertThat(repeated.voltsAt(4_500_000_000L)).isEqualTo(12);
        assertThat(Waveform.of(hold(12, 1)).repeated(3, Duration.ZERO).duration()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void scaledAndOffset_moveEveryVoltage() {
        Waveform waveform = Waveform.of(hold(10, 1), sine(8, 2, 1, 1)).scaled(1.5).offset(-1);
        assertThat(waveform.segments()).containsExactly(hold(14, 1), sine(11, 3, 1, 1));
    }

    @Test
    void whatCannotBe_isRefused() {
        assertThatThrownBy(() -> hold(12, 0)).hasMessageContaining("lasts 0 ns");
        assertThatThrownBy(() -> sine(12, -1, 2, 1)).hasMessageContaining("-1.0 V");
        assertThatThrownBy(() -> decay(12, 0, 0, 1)).hasMessageContaining("time constant is 0.0 s");
        assertThatThrownBy(() -> Waveform.of()).hasMessageContaining("at least one");
        assertThatThrownBy(() -> EVERY_SHAPE.repeated(0, Duration.ZERO)).hasMessageContaining("0 times");
        assertThatThrownBy(() -> EVERY_SHAPE.scaled(0)).hasMessageContaining("factor is 0.0");
        assertThatThrownBy(() -> EVERY_SHAPE.meanVolts(5, 5)).hasMessageContaining("from 5 to 5 ns");
    }
}
