package org.terminal30.agent.detect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

    private final Map<Channel, ChannelDetector> channels = new EnumMap<>(Channel.class);

    /**
     * A detector that has seen nothing yet.
     *
     * @throws IllegalArgumentException when a channel is named twice or there is none
     */
    public Detector(DetectorConfig config, List<ChannelInfo> channels, DetectionListener listener) {
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a detector needs at least one channel");
        }
        for (int i = 0; i < channels.size(); i++) {
            ChannelInfo info = channels.get(i);
            RecordLog log = new RecordLog(info.channel(), i, channels.size(), config.surge().railVolts(), listener);
            if (this.channels.put(info.channel(), new ChannelDetector(config, info, log, listener)) != null) {
                throw new IllegalArgumentException(
                        "channel %s is named twice".formatted(info.channel().wireName()));
            }
        }
    }

    /**
     * Takes the next samples of a channel.
     *
     * @throws IllegalArgumentException when the channel is none of this detector's
     */
    public void accept(SampleBlock block) {
        of(block.channel()).accept(block);
    }

    private ChannelDetector of(Channel channel) {
        ChannelDetector detector = channels.get(channel);
        if (detector == null) {
            throw new IllegalArgumentException("channel %s is none of this detector's, which are %s"
                    .formatted(channel.wireName(), channels.keySet()));
        }
        return detector;
    }

    /** Time passes, with or without samples: here silence is noticed. */
    public void advanceTo(long nowNanos) {
        channels.values().forEach(channel -> channel.advanceTo(nowNanos));
    }

    /** The source cannot be read: no channel is watched from now on, until good samples come again. */
    public void sourceLost(String reason) {
        channels.values().forEach(channel -> channel.lost(reason));
    }

    /** The driver has evidence that a channel repeats an old value. */
    public void stuck(Channel channel, String reason) {
        of(channel).lost(reason);
    }

    /** Within a job, a dead network is an interruption however long it lasts; outside, it is a vehicle taken away. */
    public void jobRunning(boolean running) {
        channels.values().forEach(channel -> channel.jobRunning(running));
    }

    /** The stream is over: open records are reported as they stand, the last windows as far as they were filled. */
    public void finish() {
        channels.values().forEach(ChannelDetector::finish);
    }
}
