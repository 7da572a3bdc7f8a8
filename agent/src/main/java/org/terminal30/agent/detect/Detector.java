package org.terminal30.agent.detect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;

/**
 * Turns samples into windows, supply events and captures (rules B1 to B3, B5, and the lost feed of B6). How the stream is cut into blocks, and how the blocks of
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
        DetectionListener watched = channels.size() == 1
                ? listener
                : new StuckWatch(new StuckRule(config.stuck(), channels), listener);
        for (int i = 0; i < channels.size(); i++) {
            ChannelInfo info = channels.get(i);
            ChannelDetector detector = new ChannelDetector(config, info, i, channels.size(), watched);
            if (this.channels.put(info.channel(), detector) != null) {
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

    /**
     * A channel cannot be read, or its driver has evidence that it repeats an old value: it is not watched from now on, until
     * good samples come again.
     */
    public void lost(Channel channel, String reason) {
        of(channel).lost(reason);
    }

    /** What the measurement is for from now on. */
    public void duty(Duty duty) {
        channels.values().forEach(channel -> channel.duty(duty));
    }

    /** Which saver has to hold from now on; said before {@link #duty}, when it changes. */
    public void saver(SaverLimits limits) {
        channels.values().forEach(channel -> channel.saver(limits));
    }

    /** While armed: the clamp of the battery was lifted at this time, and the backup feeds the car alone (rule B6). */
    public void lifted(long nanos) {
        channels.values().forEach(channel -> channel.lifted(nanos));
    }

    /** The stream is over: open records are reported as they stand, the last windows as far as they were filled. */
    public void finish() {
        channels.values().forEach(ChannelDetector::finish);
    }

    /** Shows every window to the rule that compares channels. */
    private final class StuckWatch implements DetectionListener, StuckRule.Verdict {
        private final StuckRule rule;
        private final DetectionListener listener;

        StuckWatch(StuckRule rule, DetectionListener listener) {
            this.rule = rule;
            this.listener = listener;
        }

        @Override
        public void window(Channel channel, long startNanos, double minimum, double maximum, double sum, long count) {
            listener.window(channel, startNanos, minimum, maximum, sum, count);
            rule.window(channel, startNanos, minimum, maximum, this);
        }

        @Override
        public void stuck(Channel channel, long sinceNanos, String reason) {
            of(channel).stuck(sinceNanos, reason);
        }

        @Override
        public void event(SupplyEvent event) {
            listener.event(event);
        }

        @Override
        public void captured(SampleBlock samples) {
            listener.captured(samples);
        }

        @Override
        public void vehicle(boolean connected, long atNanos) {
            listener.vehicle(connected, atNanos);
        }
    }
}
