package org.terminal30.agent.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.serial.SerialSource;
import org.terminal30.hardware.serial.SerialTextSettings;
import org.terminal30.hardware.serial.VeDirectField;

/** Instruments on a serial port. */
public sealed interface InstrumentConfig extends SourceConfig {
    /** Device path; a path under {@code /dev/serial/by-id} survives plugging. */
    String port();

    int baud();

    @Override
    default Set<String> devices() {
        return Set.of(port());
    }

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

    /** The voltage that an ELM327 or one of its clones sees at the OBD plug. Coarse and slow. */
    record Elm327(String port, int baud, Channel channel) implements InstrumentConfig {
        static final int DEFAULT_BAUD = SerialSource.ELM327_BAUD;

        @Override
        public List<Channel> channels() {
            return List.of(channel);
        }

        @Override
        public String description() {
            return "ELM327 " + port;
        }
    }

    /**
     * A Victron product on its VE.Direct port.
     *
     * @param fields the field of each channel
     */
    record VeDirect(String port, int baud, Map<Channel, VeDirectField> fields) implements InstrumentConfig {
        static final int DEFAULT_BAUD = SerialSource.VE_DIRECT_BAUD;

        public VeDirect {
            fields = Map.copyOf(fields);
        }

        @Override
        public List<Channel> channels() {
            return fields.keySet().stream().sorted().toList();
        }

        /** The fields in the order of the channels. */
        public List<VeDirectField> inOrder() {
            return new TreeMap<>(fields).values().stream().toList();
        }

        @Override
        public String description() {
            return "VE.Direct " + port;
        }
    }

    /** A multimeter that speaks SCPI. */
    record Scpi(String port, int baud, Channel channel) implements InstrumentConfig {
        static final int DEFAULT_BAUD = SerialSource.SCPI_BAUD;

        @Override
        public List<Channel> channels() {
            return List.of(channel);
        }

        @Override
        public String description() {
            return "multimeter " + port;
        }
    }
}
