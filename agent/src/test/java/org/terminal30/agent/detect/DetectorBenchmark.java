package org.terminal30.agent.detect;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;

/**
 * Samples per second through the detection of one channel with every rule on, on one core, from memory; beside it what a script
 * would do, which is to compare each sample with two thresholds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DetectorBenchmark {
    private static final int BLOCK = 1024;
    private static final int BLOCKS = 4096;
    private static final int SAMPLES = BLOCK * BLOCKS;
    private static final double COUNT_VOLTS = 0.00075;

    @Param({"860", "20000", "100000"})
    private int rateHertz = 860;
    /** At rest nothing is open; a tired battery has a record of its low voltage open all the time. */
    @Param({"12.65", "12.3"})
    private double restVolts = 12.65;
    private final double[] values = new double[SAMPLES];
    private final SampleBlock[] blocks = new SampleBlock[BLOCKS];
    private Detector detector = detectorAt(rateHertz);
    private long nanos;

    private static Detector detectorAt(int rateHertz) {
        return new Detector(DetectorConfig.DEFAULT,
                List.of(new ChannelInfo(Channel.ONBOARD, rateHertz, "synthetic", ChannelInfo.Timing.DEVICE)),
                new Ignore());
    }

    @Setup
    public void sample() {
        Random noise = new Random(30);
        detector = detectorAt(rateHertz);
        Arrays.setAll(values, i -> restVolts + COUNT_VOLTS * Math.round(noise.nextGaussian()));
        Arrays.setAll(blocks, i -> new SampleBlock(Channel.ONBOARD, BLOCK));
    }

    /** Time goes on; not measured. */
    @Setup(Level.Invocation)
    public void fill() {
        long interval = Math.round(1e9 / rateHertz);
        for (int i = 0; i < SAMPLES; i++) {
            SampleBlock block = blocks[i / BLOCK];
            if (i % BLOCK == 0) {
                block.clear();
            }
            nanos += interval;
            block.add(nanos, values[i]);
        }
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public Detector detector() {
        for (SampleBlock block : blocks) {
            detector.accept(block);
        }
        return detector;
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public long twoThresholds() {
        long below = 0;
        for (SampleBlock block : blocks) {
            for (int i = 0; i < block.size(); i++) {
                double value = block.valueAt(i);
                below += value < 11.5 ? 2 : value < 12.5 ? 1 : 0;
            }
        }
        return below;
    }
}
