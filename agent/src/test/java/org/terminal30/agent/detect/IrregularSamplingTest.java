package org.terminal30.agent.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

import static org.assertj.core.api.Assertions.assertThat;

/** Sources that keep no even pace: times count, never numbers of samples. The seed of a failure is in the name of its test. */
class IrregularSamplingTest {
    private static final long SECOND = 1_000_000_000;
    private static final double NOMINAL_NANOS = 1e9 / 860;

    private record Sampled(long nanos, double volts) {}

    private record Break(long fromNanos, long toNanos) {
        boolean covers(long nanos) {
            return nanos >= fromNanos && nanos < toNanos;
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    /** Intervals from a fifth of the nominal one to three of them. */
    private static List<Sampled> sample(Random random, List<Break> breaks, long untilNanos) {
        List<Sampled> samples = new ArrayList<>();
        for (long nanos = 0; nanos < untilNanos; nanos += (long) (NOMINAL_NANOS * (0.2 + 2.8 * random.nextDouble()))) {
            long at = nanos;
            samples.add(new Sampled(at, breaks.stream().anyMatch(each -> each.covers(at)) ? 0.3 : 12.7));
        }
        return samples;
    }

    private static List<Break> breaks(Random random) {
        List<Break> breaks = new ArrayList<>();
        for (long i = 1; i <= 12; i++) {
            long from = 3 * SECOND * i + random.nextLong(SECOND);
            breaks.add(new Break(from, from + (long) (SECOND * Math.pow(10, -3.5 + 3.5 * random.nextDouble()))));
        }
        return breaks;
    }

    private static Playback play(List<Sampled> samples, int blockSize) {
        Playback playback = Playback.onboard();
        SampleBlock block = new SampleBlock(Channel.ONBOARD, blockSize);
        for (Sampled sample : samples) {
            block.add(sample.nanos(), sample.volts());
            if (block.isFull()) {
                playback.detector().accept(block);
                block.clear();
            }
        }
        playback.detector().accept(block);
        return playback.finish();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyBreakThatASampleSaw_isFoundOnceWithinHalfAnIntervalAtEachEdge(long seed) {
        Random random = new Random(seed);
        List<Break> breaks = breaks(random);
        List<Sampled> samples = sample(random, breaks, 45 * SECOND);
        List<SupplyEvent> found = play(samples, 100).records(EventKind.INTERRUPTION);
        List<Break> seen = breaks.stream()
                .filter(each -> samples.stream().anyMatch(sample -> each.covers(sample.nanos()))).toList();
        assertThat(found).hasSameSizeAs(seen);
        for (int i = 0; i < seen.size(); i++) {
            assertThat(Math.abs(found.get(i).startNanos() - seen.get(i).fromNanos()))
                    .isLessThanOrEqualTo(intervalAround(samples, seen.get(i).fromNanos()) / 2 + 1);
            assertThat(Math.abs(found.get(i).endNanos() - seen.get(i).toNanos()))
                    .isLessThanOrEqualTo(intervalAround(samples, seen.get(i).toNanos()) / 2 + 1);
        }
    }

    private static long intervalAround(List<Sampled> samples, long nanos) {
        for (int i = 1; i < samples.size(); i++) {
            if (samples.get(i).nanos() >= nanos) {
                return samples.get(i).nanos() - samples.get(i - 1).nanos();
            }
        }
        throw new AssertionError("no sample after " + nanos);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cutsOfTheStream_changeNothing(long seed) {
        Random random = new Random(seed);
        List<Sampled> samples = sample(random, breaks(random), 45 * SECOND);
        Playback whole = play(samples, 1);
        Playback cut = play(samples, 2 + random.nextInt(2000));
        assertThat(cut.told()).isEqualTo(whole.told());
        assertThat(cut.windows()).isEqualTo(whole.windows());
        assertThat(cut.captured()).isEqualTo(whole.captured());
    }

    @Test
    void sourceManyTimesFasterThanItSaid_isCapturedAsFarAsItIsRemembered() {
        Playback playback = Playback.at(10).playAt(1000, 0, 20, t -> t >= 10 && t < 10.1 ? 1 : 12.7).finish();
        assertThat(playback.only(EventKind.INTERRUPTION).durationNanos()).isBetween(99_000_000L, 101_000_000L);
        assertThat(playback.captured()).isNotEmpty().doesNotHaveDuplicates()
                .anySatisfy(sample -> assertThat(sample.value()).isEqualTo(1));
    }
}
