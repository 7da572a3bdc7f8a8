package org.terminal30.agent.bay;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

import org.terminal30.hardware.sample.Channel;

/** Samples per second of each channel, counted over whole stretches of some seconds. */
final class RateMeter {
    private static final long STRETCH_NANOS = 2_000_000_000L;

    private final Map<Channel, Count> counts = new EnumMap<>(Channel.class);
    private long sinceNanos;

    private static final class Count {
        private long samples;
        private double hertz;
    }

    RateMeter(Collection<Channel> channels, long nowNanos) {
        channels.forEach(channel -> counts.put(channel, new Count()));
        this.sinceNanos = nowNanos;
    }

    void count(Channel channel, int more) {
        Count count = counts.get(channel);
        if (count != null) {
            count.samples += more;
        }
    }

    /** Ends a stretch that is full. Silence counts: a source that is gone comes down to 0. */
    void advanceTo(long nowNanos) {
        long stretchNanos = nowNanos - sinceNanos;
        if (stretchNanos >= STRETCH_NANOS) {
            for (Count count : counts.values()) {
                count.hertz = count.samples * 1e9 / stretchNanos;
                count.samples = 0;
            }
            sinceNanos = nowNanos;
        }
    }

    /** Of the last full stretch; 0 before the first. */
    double hertz(Channel channel) {
        Count count = counts.get(channel);
        return count == null ? 0 : count.hertz;
    }

    /** Mean of all channels. */
    double hertz() {
        return counts.values().stream().mapToDouble(count -> count.hertz).average().orElse(0);
    }
}
