package org.terminal30.agent.detect;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;

/**
 * Samples per second through the detection of one channel at rest, on one core. {@code mvn test-compile} generates it; run
 * {@code org.openjdk.jmh.Main DetectorBenchmark} on the module's test class path.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DetectorBenchmark {
    private static final int BLOCK = 1024;
    private static final long INTERVAL_NANOS = 1_162_791;

    private final Detector detector = new Detector(DetectorConfig.DEFAULT,
            List.of(new ChannelInfo(Channel.ONBOARD, 860, "synthetic", ChannelInfo.Timing.DEVICE)), new Ignore());
    private final SampleBlock block = new SampleBlock(Channel.ONBOARD, BLOCK);
    private long index;

    /** Filling the block is part of it, as it is of a source. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public void samplesAtRest() {
        block.clear();
        while (!block.isFull()) {
            block.add(index * INTERVAL_NANOS, 12.7 + (index & 7) * 0.01);
            index++;
        }
        detector.accept(block);
    }
}
