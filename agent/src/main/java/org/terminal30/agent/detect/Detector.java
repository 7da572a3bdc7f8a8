package org.terminal30.agent.detect;

import java.util.List;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;

/**
 * Turns samples into windows and supply events (rules B1 to B3). How the stream is cut into blocks, and how the blocks of
 * different channels follow each other, changes nothing. Not safe for use by several threads.
 */
public final class Detector {
    /** Length of a window. */
    public static final long WINDOW_NANOS = 100_000_000;

    /**
     * A detector that has seen nothing yet.
     *
     * @throws IllegalArgumentException when a channel is named twice or there is none
     */
    public Detector(DetectorConfig config, List<ChannelInfo> channels, DetectionListener listener) {
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a detector needs at least one channel");
        }
    }

    /**
     * Takes the next samples of a channel.
     *
     * @throws IllegalArgumentException when the channel is none of this detector's
     */
    public void accept(SampleBlock block) {
    }

    /** Time passes, with or without samples: here silence is noticed. */
    public void advanceTo(long nowNanos) {
    }

    /** The source cannot be read: no channel is watched from now on, until good samples come again. */
    public void sourceLost(String reason) {
    }

    /** The driver has evidence that a channel repeats an old value. */
    public void stuck(Channel channel, String reason) {
    }

    /** Within a job, a dead network is an interruption however long it lasts; outside, it is a vehicle taken away. */
    public void jobRunning(boolean running) {
    }

    /** The stream is over: open records are reported as they stand, the last windows as far as they were filled. */
    public void finish() {
    }
}
