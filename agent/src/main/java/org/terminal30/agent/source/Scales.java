package org.terminal30.agent.source;

import java.util.List;
import java.util.Map;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Channel;

/** Calibration and plausible range of each channel. */
record Scales(Map<Channel, ChannelScale> configured) {
    ChannelScale of(Channel channel) {
        ChannelScale own = configured.get(channel);
        return own == null ? ChannelScale.uncalibrated(channel) : own;
    }

    List<ChannelScale> of(List<Channel> channels) {
        return channels.stream().map(this::of).toList();
    }
}
