package org.terminal30.agent.detect;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;

/** A day at 860 samples/s from memory: a night at rest that ends below 12.5 V, starts, drives, stops, and a bad contact. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class DayBenchmark {
    private static final int RATE_HERTZ = 860;
    private static final int BLOCK = 4096;
    private static final double HOUR = 3600;
    private static final double SAMPLES = 24 * HOUR * RATE_HERTZ;

    private SampleBlock[] blocks = {};

    @Setup
    public void sample() {
        Random noise = new Random(30);
        blocks = new SampleBlock[(int) Math.ceil(SAMPLES / BLOCK)];
        long sample = 0;
        for (int b = 0; b < blocks.length; b++) {
            blocks[b] = new SampleBlock(Channel.ONBOARD, BLOCK);
            while (!blocks[b].isFull()) {
                double seconds = (double) sample / RATE_HERTZ;
                blocks[b].add(Math.round(seconds * 1e9), volts(seconds) + 0.002 * noise.nextGaussian());
                sample++;
            }
        }
    }

    /** Rests until seven, drives for half of every other hour, and has three breaks of 50 ms each afternoon hour. */
    private static double volts(double seconds) {
        double hour = seconds / HOUR;
        double inHour = seconds % HOUR;
        if (hour < 7) {
            return 12.75 - 0.05 * hour;
        }
        boolean drives = (int) hour % 2 == 1;
        if (drives && inHour < 1) {
            return 10 + 0.5 * Math.sin(2 * Math.PI * 8 * inHour);
        }
        if (hour > 12 && inHour % 1000 > 900 && inHour % 1000 < 900.05) {
            return 0.5;
        }
        return drives && inHour < HOUR / 2 ? 14.2 : 12.6;
    }

    @Benchmark
    public Detector day() {
        Detector detector = new Detector(DetectorConfig.DEFAULT,
                List.of(new ChannelInfo(Channel.ONBOARD, RATE_HERTZ, "synthetic", ChannelInfo.Timing.DEVICE)),
                new Ignore());
        for (SampleBlock block : blocks) {
            detector.accept(block);
        }
        detector.finish();
        return detector;
    }
}
