package org.terminal30.agent.analyse;

import java.util.List;

import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.trace.TraceFacts;

/**
 * What was analysed.
 *
 * @param name of the file, without its folder
 * @param rows that have a time
 * @param channels what was recorded, at the median interval of each
 * @param durationNanos from the first sample to the last
 * @param facts how the file was read
 */
record Recording(String name, long rows, List<ChannelInfo> channels, long durationNanos, TraceFacts facts) {
    Recording {
        channels = List.copyOf(channels);
    }

    /** Of the first channel, which is {@code onboard} wherever that was recorded. */
    double sampleRateHertz() {
        return channels.getFirst().nominalRateHertz();
    }
}
