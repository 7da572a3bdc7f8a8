package org.terminal30.hardware.serial;

import java.util.List;
import java.util.Objects;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.ChannelInfo;

/**
 * A front-end that writes text lines to a serial port.
 *
 * @param port path of the port; a link such as those of {@code /dev/serial/by-id} is followed anew at every opening
 * @param baud bits per second, {@value #MIN_BAUD} to {@value #MAX_BAUD}
 * @param channels what to take from the lines; the order is that of the columns until a header names them
 * @param nominalRateHertz lines per second that the front-end means to send
 */
public record SerialTextSettings(String port, int baud, List<ChannelScale> channels, double nominalRateHertz) {
    /** Room for 860 lines of 30 bytes a second in little more than half of the line's time. */
    public static final int DEFAULT_BAUD = 460_800;
    public static final double DEFAULT_RATE_HERTZ = 860;
    public static final int MIN_BAUD = 1_200;
    public static final int MAX_BAUD = 4_000_000;

    public SerialTextSettings {
        Objects.requireNonNull(port);
        channels = List.copyOf(channels);
        if (port.isBlank()) {
            throw new IllegalArgumentException("port is empty, must be the path of a serial port such as /dev/ttyACM0");
        }
        if (baud < MIN_BAUD || baud > MAX_BAUD) {
            throw new IllegalArgumentException(
                    "baud is %d, must be within %d and %d".formatted(baud, MIN_BAUD, MAX_BAUD));
        }
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("channels is empty, must name at least one channel");
        }
        if (channels.stream().map(ChannelScale::channel).distinct().count() < channels.size()) {
            throw new IllegalArgumentException("channels names a channel twice, must name each once");
        }
        if (!(nominalRateHertz > 0) || nominalRateHertz > ChannelInfo.MAX_RATE_HERTZ) {
            throw new IllegalArgumentException("nominalRateHertz is %s, must be above 0 and at most %s"
                    .formatted(nominalRateHertz, ChannelInfo.MAX_RATE_HERTZ));
        }
    }

    /** Uncalibrated channels at the default speed and rate. */
    public static SerialTextSettings of(String port, List<ChannelScale> channels) {
        return new SerialTextSettings(port, DEFAULT_BAUD, channels, DEFAULT_RATE_HERTZ);
    }
}
