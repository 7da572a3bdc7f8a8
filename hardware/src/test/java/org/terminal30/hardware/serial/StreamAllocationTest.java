package org.terminal30.hardware.serial;

import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames of samples cost no memory, nor do the descriptions between them. */
class StreamAllocationTest {
    private static final int ROWS = 100;
    private static final int FRAMES = 10_000;
    /** What a read costs, however much it brought: less than a byte for each row of a frame. */
    private static final long ALLOWED_BYTES = FRAMES * ROWS;

    private final StreamDialogue dialogue = new StreamDialogue(List.of(Channel.ONBOARD, Channel.BACKUP));
    private final CountedRows rows = new CountedRows();

    /** Takes rows and does nothing with them. */
    private static final class CountedRows implements Dialogue.Actions {
        private long count;

        @Override
        public void send(byte[] bytes) {
            throw new AssertionError("the front-end is not to be spoken to");
        }

        @Override
        public void row(long deviceMicros, double[] readings) {
            count++;
        }

        @Override
        public void lost(long lost) {
            throw new AssertionError("nothing was lost");
        }

        @Override
        public void reopen(int baud) {
            throw new AssertionError("the speed is that of the settings");
        }

        @Override
        public void warn(String sentence) {
            throw new AssertionError(sentence);
        }
    }

    @Test
    void millionRows_allocateNothingButWhatAReadCosts() {
        StreamEncoder device = StreamEncoder.of(7, 20_000, "onboard", "backup");
        byte[] description = device.description();
        byte[][] frames = new byte[2 * FRAMES][];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = device.samples(new int[2 * ROWS]);
        }
        dialogue.opened(0, rows);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        feed(description, frames, 0);
        long before = threads.getCurrentThreadAllocatedBytes();
        feed(description, frames, FRAMES);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isBetween(0L, ALLOWED_BYTES);
        assertThat(rows.count).isEqualTo(2L * FRAMES * ROWS);
    }

    private void feed(byte[] description, byte[][] frames, int from) {
        for (int i = from; i < from + FRAMES; i++) {
            if (i % 100 == 0) {
                dialogue.received(description, description.length, i, rows);
            }
            dialogue.received(frames[i], frames[i].length, i, rows);
        }
    }
}
