package org.terminal30.agent.job.swap;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.terminal30.hardware.sample.Channel;

/** The newest mean over 100 ms of each channel. Used by one thread. */
final class Levels {
    /** Means that are further apart are not of one moment: that of a meter with ten readings a second, with room to spare. */
    static final long FRESH_NANOS = 500_000_000;

    private final Map<Channel, Level> newest = new EnumMap<>(Channel.class);
    private final Set<Channel> measured;
    private long nowNanos = Long.MIN_VALUE;

    private record Level(double mean, long nanos) {}

    /** @param measured the channels of this bay */
    Levels(Set<Channel> measured) {
        this.measured = Set.copyOf(measured);
    }

    void window(Channel channel, double mean, long endNanos) {
        newest.put(channel, new Level(mean, endNanos));
        nowNanos = Math.max(nowNanos, endNanos);
    }

    boolean isMeasured(Channel channel) {
        return measured.contains(channel);
    }

    /** Whether there is a mean of now. */
    boolean isFresh(Channel channel) {
        Level level = newest.get(channel);
        return level != null && nowNanos - level.nanos() <= FRESH_NANOS;
    }

    /** The newest mean; NaN when there is none of now, so that no comparison with it holds. */
    double mean(Channel channel) {
        Level level = newest.get(channel);
        return level != null && isFresh(channel) ? level.mean() : Double.NaN;
    }

    /** The end of the newest window of any channel. */
    long nowNanos() {
        return nowNanos;
    }
}
