package org.terminal30.dashboard.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.Samples;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Clock;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WaveformPointsTest {
    private static final long START = 1_763_683_200_000_000_000L;
    private static final long MILLIS = 1_000_000;

    private static WireRecord.Waveform waveform(long fromMillis, long distanceMillis, double... values) {
        var block = new SampleBlock(Channel.ONBOARD, values.length);
        for (int i = 0; i < values.length; i++) {
            block.add((fromMillis + i * distanceMillis) * MILLIS, values[i]);
        }
        return new WireRecord.Waveform(new BayId("main", "1"), Channel.ONBOARD, START + fromMillis * MILLIS,
                Samples.of(block), Clock.SYNCHRONISED);
    }

    private static TimeRange millis(long from, long to) {
        return new TimeRange(START + from * MILLIS, START + to * MILLIS);
    }

    private static List<Double> values(WaveformPoints points) {
        List<Double> values = new ArrayList<>();
        points.points().forEach(point -> values.add(point.value()));
        return values;
    }

    @Test
    void fewSamples_areAllShown_asFarAsTheyLieInTheRange() {
        WaveformPoints points = WaveformPoints.of(
                List.of(waveform(0, 10, 12.1, 12.2, 12.3), waveform(30, 10, 12.4, 12.5)), millis(10, 40), 10);
        assertThat(values(points)).containsExactly(12.2, 12.3, 12.4);
        assertThat(points.samples()).isEqualTo(3);
        assertThat(points.rateHertz()).isCloseTo(100, within(1e-9));
    }

    @Test
    void gap_staysAGap() {
        WaveformPoints points = WaveformPoints.of(
                List.of(waveform(0, 1, 12.1, 12.2, 12.3), waveform(100, 1, 12.4, 12.5)), millis(0, 1000), 10);
        assertThat(values(points)).containsExactly(12.1, 12.2, 12.3, null, 12.4, 12.5);
    }

    @Test
    void nothingInTheRange_isNothing() {
        assertThat(WaveformPoints.of(List.of(waveform(0, 1, 12.1)), millis(10, 20), 10).samples()).isZero();
        assertThat(WaveformPoints.of(List.of(), millis(10, 20), 10).points()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 999})
    void gapInALongRecording_staysAGapAmongFewPoints(int most) {
        double[] steady = new double[1000];
        Arrays.fill(steady, 12.6);
        WaveformPoints points = WaveformPoints.of(List.of(waveform(0, 1, steady), waveform(5000, 1, steady)),
                millis(0, 10_000), most);
        assertThat(points.points()).hasSizeLessThanOrEqualTo(most);
        assertThat(values(points)).containsOnlyOnce((Double) null);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void howeverFewPoints_theLowestAndHighestAreAmongThemAtTheirMoments(long seed) {
        var random = new Random(seed);
        List<WireRecord.Waveform> waveforms = new ArrayList<>();
        List<WaveformPoints.Sample> samples = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < 5; i++) {
            double[] values = random.doubles(1 + random.nextInt(1000), 0, 15).map(v -> Math.rint(v * 10_000) / 10_000)
                    .toArray();
            waveforms.add(waveform(at, 2, values));
            for (int k = 0; k < values.length; k++) {
                samples.add(new WaveformPoints.Sample(START + (at + 2L * k) * MILLIS, values[k]));
            }
            at += 2L * values.length + random.nextInt(100);
        }
        int most = 10 + random.nextInt(3000);
        WaveformPoints points = WaveformPoints.of(waveforms, millis(0, at), most);
        List<WaveformPoints.Sample> shown = points.points().stream().filter(p -> p.value() != null).toList();
        Comparator<WaveformPoints.Sample> byValue = Comparator
                .comparingDouble(sample -> Objects.requireNonNull(sample.value()));
        assertThat(points.points()).hasSizeLessThanOrEqualTo(most)
                .isSortedAccordingTo(Comparator.comparingLong(WaveformPoints.Sample::nanos));
        assertThat(samples).containsAll(shown);
        assertThat(shown).contains(samples.stream().min(byValue).orElseThrow(),
                samples.stream().max(byValue).orElseThrow());
        assertThat(points.samples()).isEqualTo(samples.size());
    }
}
