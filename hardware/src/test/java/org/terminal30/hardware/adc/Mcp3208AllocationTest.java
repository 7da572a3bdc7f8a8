package org.terminal30.hardware.adc;

import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.simulated.SimulatedMcp3208;
import org.terminal30.hardware.simulated.SimulatedSpiProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** Samples cost no memory, from the wire to the block. */
class Mcp3208AllocationTest {
    private static final int POLLS = 200;
    private static final int SAMPLES_PER_POLL = 200;

    @Test
    void polls_allocateNothingForTheirSamples() throws Exception {
        var now = new long[1];
        NanoClock clock = () -> now[0] += 500;
        var chip = new SimulatedMcp3208(clock, (pin, at) -> 1.5, 3.3);
        var wiring = new Mcp3208Wiring(0, 0, 1_000_000, 20_000, 3.3,
                List.of(new Mcp3208Input(ChannelScale.uncalibrated(Channel.ONBOARD), 0, Divider.STANDARD)));
        var counted = new long[1];
        try (var source = new Mcp3208Source(new SimulatedSpiProvider().with(0, 0, chip).header(), wiring, clock)) {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            for (int i = 0; i < POLLS; i++) {
                source.poll(block -> counted[0] += block.size());
            }
            counted[0] = 0;
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < POLLS; i++) {
                source.poll(block -> counted[0] += block.size());
            }
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;

            assertThat(counted[0]).isGreaterThan(POLLS * (SAMPLES_PER_POLL - 5L));
            assertThat(bytes).as("bytes of %d samples", counted[0]).isLessThan(counted[0]);
        }
    }
}
