package org.terminal30.hardware.serial;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo.Timing;
import org.terminal30.hardware.sample.SampleBlock;

import static org.assertj.core.api.Assertions.assertThat;

class RowBatchTest {
    private final RowBatch batch = new RowBatch(
            List.of(ChannelScale.uncalibrated(Channel.ONBOARD), ChannelScale.uncalibrated(Channel.BACKUP)));
    private final RowTimes times = new RowTimes(batch, 1_000_000, Timing.DEVICE);
    private final List<String> blocks = new ArrayList<>();

    private void keep(SampleBlock block) {
        blocks.add("%s %d after %d lost".formatted(block.channel().wireName(), block.size(), block.lostBefore()));
    }

    @Test
    void lostRows_areToldByTheFirstBlockAfterThem() {
        times.add(1_000, new double[]{12.6, 12}, 1_000_000, this::keep);
        times.lost(3, 1_100_000, this::keep);
        times.add(5_000, new double[]{12.6, 12}, 5_000_000, this::keep);
        times.add(6_000, new double[]{12.6, 12}, 6_000_000, this::keep);
        times.handOut(6_100_000, this::keep);
        times.add(7_000, new double[]{12.6, 12}, 7_000_000, this::keep);
        times.handOut(7_100_000, this::keep);

        assertThat(blocks).containsExactly("onboard 1 after 0 lost", "backup 1 after 0 lost", "onboard 2 after 3 lost",
                "backup 2 after 3 lost", "onboard 1 after 0 lost", "backup 1 after 0 lost");
    }

    @Test
    void lossBeforeAValueThatIsLeftOut_isToldByTheNextOneOfThatChannel() {
        times.lost(2, 1_000_000, this::keep);
        times.add(5_000, new double[]{99, 12}, 5_000_000, this::keep);
        times.add(6_000, new double[]{12.6, 12}, 6_000_000, this::keep);
        times.handOut(6_100_000, this::keep);

        assertThat(blocks).containsExactly("onboard 1 after 2 lost", "backup 2 after 2 lost");
        assertThat(batch.implausible()).isEqualTo(1);
    }
}
