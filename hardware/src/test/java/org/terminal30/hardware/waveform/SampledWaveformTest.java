package org.terminal30.hardware.waveform;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.hardware.calibration.Calibration;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.waveform.FrontEnd.Conversion;
import org.terminal30.hardware.waveform.FrontEnd.Timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.terminal30.hardware.waveform.Segment.hold;
import static org.terminal30.hardware.waveform.Segment.ramp;
import static org.terminal30.hardware.waveform.Segment.sine;

class SampledWaveformTest {
    private static final Waveform REST = Waveform.of(hold(12.51, 20));
    private static final FrontEnd QUIET = FrontEnds.ADS1115.withNoise(0).withLowPass(0);

    private record Sample(long nanos, double volts) {}

    private static List<Sample> samples(Waveform waveform, FrontEnd frontEnd, double phase, long seed) {
        var source = new SampledWaveform(waveform, frontEnd, phase, seed);
        var block = new SampleBlock(Channel.ONBOARD, 64);
        List<Sample> samples = new ArrayList<>();
        while (source.fill(block)) {
            for (int i = 0; i < block.size(); i++) {
                samples.add(new Sample(block.nanosAt(i), block.valueAt(i)));
            }
        }
        return samples;
    }

    @ParameterizedTest(name = "{0}: steps of {1} V up to {2} V")
    @CsvSource({"ADS1115, 0.00075, 24.576", "box, 0.0010071, 28", "MCP3208, 0.00483398, 19.8", "INA226, 0.00125, 36",
            "INA228, 0.0001953125, 85", "ELM327, 0.1, 25.5", "VE.Direct, 0.001, 70", "bench meter, 0.00001, 1000"})
    void frontEnd_readsInItsStepsUpToItsEnd(String name, double stepVolts, double highestVolts) {
        FrontEnd frontEnd = FrontEnds.all().stream().filter(known -> known.name().equals(name)).findFirst()
                .orElseThrow();
        assertThat(frontEnd.stepVolts()).isCloseTo(stepVolts, within(1e-7));
        assertThat(samples(Waveform.of(hold(2000, 2)), frontEnd, 0, 1)).isNotEmpty().allSatisfy(
                sample -> assertThat(sample.volts()).isCloseTo(highestVolts, within(1e-9)));
        assertThat(samples(Waveform.of(ramp(11, 13, 20)), frontEnd, 0, 1)).allSatisfy(sample -> {
            double steps = sample.volts() / frontEnd.stepVolts();
            assertThat(steps).isCloseTo(Math.rint(steps), within(1e-6));
        });
    }

    @Test
    void noise_hasItsEffectiveValueAndTheReadingItsError() {
        List<Sample> samples = samples(REST, QUIET.withNoise(0.005).with(new Calibration(1.01, -0.1)), 0, 7);
        double mean = samples.stream().mapToDouble(Sample::volts).average().orElseThrow();
        double square = samples.stream().mapToDouble(sample -> Math.pow(sample.volts() - mean, 2)).average()
                .orElseThrow();
        assertThat(mean).isCloseTo(12.51 * 1.01 - 0.1, within(0.0005));
        assertThat(Math.sqrt(square)).isCloseTo(0.005, within(0.0003));
    }

    @Test
    void sameSeed_givesTheSameSamplesAndAnotherSeedOthers() {
        FrontEnd all = FrontEnds.MCP3208.with(new Timing(2000, 0.3, 0.2, 0.1));
        assertThat(samples(REST, all, 0.5, 3)).isEqualTo(samples(REST, all, 0.5, 3))
                .isNotEqualTo(samples(REST, all, 0.5, 4));
    }

    @Test
    void regularTiming_putsEachSampleInItsTurn() {
        List<Sample> samples = samples(REST, QUIET.at(100), 0.25, 1);
        assertThat(samples).hasSize(2000);
        assertThat(samples.getFirst().nanos()).isEqualTo(2_500_000);
        assertThat(samples.getLast().nanos()).isEqualTo(19_992_500_000L);
    }

    /** Property: however irregular, times increase and as many arrive as should. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void irregularTiming_keepsTheOrderAndLosesItsShare(long seed) {
        List<Sample> samples = samples(REST, QUIET.with(new Timing(1000, 0.3, 0.39, 0.25)), 0, seed);
        assertThat(samples).as("seed %d", seed).hasSizeBetween(14_500, 15_500);
        for (int i = 1; i < samples.size(); i++) {
            assertThat(samples.get(i).nanos()).isGreaterThan(samples.get(i - 1).nanos());
        }
    }

    @Test
    void pointConversion_holdsTheMomentAndMeanConversionTheIntervalAroundIt() {
        // A break of a quarter of an interval around the second sample.
        Waveform broken = Waveform.of(hold(12, 0.0875), hold(0, 0.025), hold(12, 1));
        assertThat(samples(broken, QUIET.at(10).with(Conversion.POINT), 0, 1).get(1).volts()).isZero();
        assertThat(samples(broken, QUIET.at(10).with(Conversion.MEAN), 0, 1).get(1).volts()).isCloseTo(9,
                within(0.001));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"POINT", "MEAN"})
    void lowPass_takesRippleAwayAndLeavesTheMean(Conversion conversion) {
        FrontEnd filtered = QUIET.withLowPass(0.00167).at(860).with(conversion);
        List<Sample> slow = samples(Waveform.of(sine(12, 2, 2, 5)), filtered, 0, 1);
        List<Sample> fast = samples(Waveform.of(sine(12, 2, 15_360, 5)), filtered, 0, 1);
        assertThat(slow.stream().mapToDouble(Sample::volts).max().orElseThrow()).isCloseTo(13, within(0.01));
        assertThat(fast).allSatisfy(sample -> assertThat(sample.volts()).isCloseTo(12, within(0.02)));
    }

    @Test
    void millionSamples_allocateNothing() {
        Waveform waveform = Profiles.find("e11-cold").orElseThrow().waveform();
        var source = new SampledWaveform(waveform, FrontEnds.MCP3208.with(new Timing(10_000, 0.1, 0.1, 0.01)), 5);
        var block = new SampleBlock(Channel.ONBOARD, 1000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 100; i++) {
            source.fill(block);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            assertFilled(source.fill(block));
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isBetween(0L, 10_000L);
    }

    private static void assertFilled(boolean filled) {
        if (!filled) {
            throw new AssertionError("the waveform is too short");
        }
    }
}
