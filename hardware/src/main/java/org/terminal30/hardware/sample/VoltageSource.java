package org.terminal30.hardware.sample;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A front-end: something that delivers samples of one or more channels. One thread polls it; only {@link #close()} may be
 * called from another.
 *
 * <p>A source never reports a value it did not read: what is missing, garbled or repeated by the converter is counted and
 * left out, and the detection notices the silence (rule B3, {@code not-watching}).
 */
public interface VoltageSource extends AutoCloseable {
    /** The longest that one {@link #poll} may take. */
    long POLL_BOUND_MILLIS = 250;

    /**
     * What this source measures: the same channels in the same order for its whole life. Who stamps them may only become known
     * with the first samples.
     */
    List<ChannelInfo> channels();

    /**
     * Hands what has been sampled since the last call to the sink, waiting for something at most
     * {@link #POLL_BOUND_MILLIS}. A lost device is looked for again by the next calls, no more often than the source finds
     * reasonable.
     */
    Status poll(SampleSink sink) throws InterruptedException;

    /** None of the channels can be read. */
    default Status.Lost allLost(String reason) {
        return new Status.Lost(reason, channels().stream().map(ChannelInfo::channel).collect(Collectors.toSet()));
    }

    /** What the source had to leave out since it was opened. */
    Counters counters();

    @Override
    void close();

    /** How a poll went. */
    sealed interface Status {
        /** Samples were delivered. */
        record Delivered() implements Status {}

        /** The device is there and had nothing to say within the bound. */
        record Idle() implements Status {}

        /**
         * These channels cannot be read; others of the source may have been delivered. The reason is for people: what was
         * tried, what came back, what to look at.
         */
        record Lost(String reason, Set<Channel> channels) implements Status {
            public Lost {
                channels = Set.copyOf(channels);
                if (channels.isEmpty()) {
                    throw new IllegalArgumentException("channels is empty, a loss is that of at least one");
                }
            }
        }

        /** A recording is at its end: no more samples will ever come. */
        record Ended() implements Status {}

        Status DELIVERED = new Delivered();
        Status IDLE = new Idle();
        Status ENDED = new Ended();
    }

    /**
     * Running totals since the source was opened.
     *
     * @param malformed pieces of input (lines, frames, replies) that could not be read
     * @param repeated conversions that were read a second time
     * @param implausible values outside the plausible range of the channel
     * @param lost times that the device went away
     */
    record Counters(long malformed, long repeated, long implausible, long lost) {
        public static final Counters NONE = new Counters(0, 0, 0, 0);

        public Counters plus(Counters other) {
            return new Counters(malformed + other.malformed, repeated + other.repeated,
                    implausible + other.implausible, lost + other.lost);
        }
    }
}
