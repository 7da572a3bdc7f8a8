package org.terminal30.hardware.calibration;

import java.util.Objects;

import org.terminal30.hardware.sample.Channel;

/** How the readings of one channel become values: calibrated, then held against what is plausible. */
public record ChannelScale(Channel channel, Calibration calibration, PlausibleRange plausible) {
    public ChannelScale {
        Objects.requireNonNull(channel);
        Objects.requireNonNull(calibration);
        Objects.requireNonNull(plausible);
    }

    /** Readings taken as they are, within the default range of the channel's unit. */
    public static ChannelScale uncalibrated(Channel channel) {
        return new ChannelScale(channel, Calibration.IDENTITY, PlausibleRange.of(channel.unit()));
    }
}
