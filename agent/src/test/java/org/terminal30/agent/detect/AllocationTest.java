package org.terminal30.agent.detect;

import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;

import static org.assertj.core.api.Assertions.assertThat;

/** Samples and windows cost no memory: the garbage collector never delays an alarm. */
class AllocationTest {
    private static final int BLOCK = 1000;
    private static final int SAMPLES = 1_000_000;
    /** Not a byte per hundred samples: what the running program itself needs meanwhile. */
    private static final long ALLOWED_BYTES = SAMPLES / 100;

    @ParameterizedTest
    @EnumSource(names = {"ONBOARD", "BACKUP", "BATTERY_CURRENT"})
    void millionSamples_allocateNothing(Channel channel) {
        Detector detector = new Detector(DetectorConfig.DEFAULT,
                List.of(new ChannelInfo(channel, 1000, "synthetic", ChannelInfo.Timing.DEVICE)), new Ignore());
        SampleBlock block = new SampleBlock(channel, BLOCK);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        play(detector, block, 0);
        long before = threads.getCurrentThreadAllocatedBytes();
        play(detector, block, SAMPLES);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isBetween(0L, ALLOWED_BYTES);
    }

    private static void play(Detector detector, SampleBlock block, long from) {
        for (long i = from; i < from + SAMPLES; i += BLOCK) {
            block.clear();
            for (int k = 0; k < BLOCK; k++) {
                block.add((i + k) * 1_000_000, 12.7 + (k & 7) * 0.01);
            }
            detector.accept(block);
        }
    }
}
