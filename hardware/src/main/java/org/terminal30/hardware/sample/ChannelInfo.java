package org.terminal30.hardware.sample;

import java.util.Objects;

/**
 * How a source measures one channel.
 *
 * @param channel what is measured
 * @param nominalRateHertz samples per second the source means to deliver; positive
 * @param device converter that the channel shares with others: channels of the same name are the same chip
 * @param timing who stamps the samples
 * @param railVolts from here on the converter is at the end of its range and the true value lies further out; infinite when
 *     that is not known
 * @param calibration how far a value may be held against a threshold
 */
public record ChannelInfo(Channel channel, double nominalRateHertz, String device, Timing timing, double railVolts,
        CalibrationState calibration) {
    /** Who stamps a sample. */
    public enum Timing {
        /** The device's own clock: exact between samples. */
        DEVICE,
        /** The host on arrival: uncertain by the time the data may wait in a buffer. */
        HOST
    }

    public ChannelInfo {
        Objects.requireNonNull(channel);
        Objects.requireNonNull(device);
        Objects.requireNonNull(timing);
        Objects.requireNonNull(calibration);
        if (!(nominalRateHertz > 0) || nominalRateHertz > MAX_RATE_HERTZ) {
            throw new IllegalArgumentException("nominal rate of %s is %s Hz, must be above 0 and at most %s"
                    .formatted(channel.wireName(), nominalRateHertz, MAX_RATE_HERTZ));
        }
        if (!(railVolts > 0)) {
            throw new IllegalArgumentException(
                    "rail of %s is %s V, must be above 0".formatted(channel.wireName(), railVolts));
        }
    }

    /** An uncalibrated channel of which nobody knows where the converter ends. */
    public ChannelInfo(Channel channel, double nominalRateHertz, String device, Timing timing) {
        this(channel, nominalRateHertz, device, timing, Double.POSITIVE_INFINITY, CalibrationState.UNCALIBRATED);
    }

    /** The fastest front-end the detection is made for. */
    public static final double MAX_RATE_HERTZ = 100_000;

    public long nominalIntervalNanos() {
        return Math.round(1e9 / nominalRateHertz);
    }
}
