package org.terminal30.agent.wire;

import java.util.random.RandomGenerator;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

/** Seeded samples of every size: steady and ragged in time, quiet and at the limits of the values. */
final class RandomSamples {
    private static final long LONGEST_DISTANCE = Samples.MAX_SPAN_NANOS / Samples.MAX_COUNT;

    private final RandomGenerator random;

    RandomSamples(RandomGenerator random) {
        this.random = random;
    }

    SampleBlock block() {
        var block = new SampleBlock(Channel.ONBOARD, Samples.MAX_COUNT);
        int count = random.nextInt(4) == 0 ? random.nextInt(1, 4) : random.nextInt(1, Samples.MAX_COUNT + 1);
        double scale = Math.pow(10, random.nextInt(-4, 7));
        long longest = Math.max(2, LONGEST_DISTANCE >> random.nextInt(45));
        long nanos = random.nextLong(1L << 50);
        for (int i = 0; i < count; i++) {
            block.add(nanos, random.nextGaussian() * scale);
            nanos += 1 + random.nextLong(longest);
        }
        return block;
    }

    Samples next() {
        return Samples.of(block());
    }
}
