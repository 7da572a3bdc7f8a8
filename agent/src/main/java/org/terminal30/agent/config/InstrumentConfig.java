package org.terminal30.agent.config;

import java.util.List;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.serial.SerialTextSettings;

/** Instruments on a serial port. */
public sealed interface InstrumentConfig extends SourceConfig {
    /** Device path; a path under {@code /dev/serial/by-id} survives plugging. */
    String port();

    int baud();

    /**
     * A front-end that sends text lines on a serial port.
     *
     * @param port device path; a path under {@code /dev/serial/by-id} survives plugging
     * @param rateHertz lines per second that the front-end means to send
     */
    record Serial(String port, int baud, double rateHertz, List<Channel> channels) implements InstrumentConfig {
        static final int DEFAULT_BAUD = SerialTextSettings.DEFAULT_BAUD;
        static final double DEFAULT_RATE_HERTZ = SerialTextSettings.DEFAULT_RATE_HERTZ;

        @Override
        public String description() {
            return "serial " + port;
        }
    }

    /**
     * A front-end that sends frames of samples (docs/stream.md), which name their channels themselves.
     *
     * @param port device path; a path under {@code /dev/serial/by-id} survives plugging
     * @param rateHertz rows per second that the front-end means to send
     */
    record Stream(String port, int baud, double rateHertz, List<Channel> channels) implements InstrumentConfig {
        static final int DEFAULT_BAUD = SerialTextSettings.DEFAULT_BAUD;
        /** That of the firmware under hardware/firmware/pico. */
        static final double DEFAULT_RATE_HERTZ = 10_000;

        @Override
        public String description() {
            return "stream " + port;
        }
    }
}
