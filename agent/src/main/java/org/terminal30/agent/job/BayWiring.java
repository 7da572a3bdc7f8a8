package org.terminal30.agent.job;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;

/** What a bay measures, and how well: every verdict is limited to what this can show (rule B1). */
public final class BayWiring {
    /** An instrument slower than this may watch, and may not guard a swap. */
    public static final double GUARD_HERTZ = 10;

    private final Map<Channel, ChannelInfo> channels = new EnumMap<>(Channel.class);

    public BayWiring(List<ChannelInfo> channels) {
        channels.forEach(info -> this.channels.put(info.channel(), info));
    }

    public Set<Channel> channels() {
        return channels.keySet();
    }

    /** Nominal; 0 for a channel that is not measured. */
    public double rateHertz(Channel channel) {
        ChannelInfo info = channels.get(channel);
        return info == null ? 0 : info.nominalRateHertz();
    }

    /** Whether a channel's error is so large that no threshold may be judged on it. */
    public boolean isCoarse(Channel channel) {
        ChannelInfo info = channels.get(channel);
        return info != null && info.calibration() == CalibrationState.COARSE;
    }

    /** Where it is judged whether the radio kept its feed: at the radio, if that is measured well enough. */
    public Channel judged() {
        return rateHertz(Channel.RADIO) >= GUARD_HERTZ ? Channel.RADIO : Channel.ONBOARD;
    }

    /** Whether thresholds may be judged on the car's network at all, and fast enough to guard a swap. */
    public boolean mayGuard() {
        ChannelInfo onboard = channels.get(Channel.ONBOARD);
        return onboard != null && onboard.nominalRateHertz() >= GUARD_HERTZ && !isCoarse(Channel.ONBOARD);
    }
}
