package org.terminal30.agent.analyse;

import java.util.List;

import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.ChannelInfo;

/**
 * What was found in a recording. Its times count from the first sample.
 *
 * @param channels what was recorded, at the median interval of each
 * @param durationNanos from the first sample to the last
 * @param events in order of their start, each in its final state; one that contains another comes first
 * @param gaps stretches without samples, in order
 */
record Analysis(List<ChannelInfo> channels, long durationNanos, List<SupplyEvent> events, List<Gap> gaps) {
    Analysis {
        channels = List.copyOf(channels);
        events = List.copyOf(events);
        gaps = List.copyOf(gaps);
    }

    /** Of the first channel, which is {@code onboard} wherever that was recorded. */
    double sampleRateHertz() {
        return channels.getFirst().nominalRateHertz();
    }
}
