package org.terminal30.hardware.calibration;

import java.util.Objects;

import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;

/**
 * How the readings of one channel become values: scaled, then held against what is plausible.
 *
 * @param calibration the line from readings to values
 * @param calibrated whether that line comes from a comparison with a reference instrument
 */
public record ChannelScale(Channel channel, Calibration calibration, PlausibleRange plausible, boolean calibrated) {
    public ChannelScale {
        Objects.requireNonNull(channel);
        Objects.requireNonNull(calibration);
        Objects.requireNonNull(plausible);
    }

    /** Readings taken as they are, within the default range of the channel's unit. */
    public static ChannelScale uncalibrated(Channel channel) {
        return new ChannelScale(channel, Calibration.IDENTITY, PlausibleRange.of(channel.unit()), false);
    }

    /**
     * How far the values can be trusted.
     *
     * @param coarseInstrument whether the instrument's own error is of the size of what thresholds tell apart
     */
    public CalibrationState state(boolean coarseInstrument) {
        if (calibrated) {
            return CalibrationState.CALIBRATED;
        }
        return coarseInstrument ? CalibrationState.COARSE : CalibrationState.UNCALIBRATED;
    }
}
