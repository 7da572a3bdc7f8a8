package org.terminal30.agent.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.terminal30.agent.config.InstrumentConfig.Serial;
import org.terminal30.agent.config.InstrumentConfig.Stream;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.serial.SerialTextSettings;

/** Reads the sources that are instruments on a serial port. */
final class InstrumentSections {
    static final List<String> TYPES = List.of("serial", "stream");
    private static final int SLOWEST_BAUD = SerialTextSettings.MIN_BAUD;
    private static final int FASTEST_BAUD = SerialTextSettings.MAX_BAUD;

    private final Section in;

    InstrumentSections(Section in) {
        this.in = in;
    }

    /** Empty after a fault that leaves no source. */
    Optional<? extends SourceConfig> read(String type) {
        return switch (type) {
            case "serial" -> serial();
            case "stream" -> stream();
            default -> throw new IllegalArgumentException(type + " is none of " + TYPES);
        };
    }

    private Optional<InstrumentConfig> serial() {
        String port = port();
        int baud = in.integerOr("baud", Serial.DEFAULT_BAUD, SLOWEST_BAUD, FASTEST_BAUD);
        double rate = rate(Serial.DEFAULT_RATE_HERTZ);
        List<Channel> channels = channels("the channels in the order of the line");
        return port.isEmpty() || channels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Serial(port, baud, rate, channels));
    }

    private Optional<InstrumentConfig> stream() {
        String port = port();
        int baud = in.integerOr("baud", Stream.DEFAULT_BAUD, SLOWEST_BAUD, FASTEST_BAUD);
        double rate = rate(Stream.DEFAULT_RATE_HERTZ);
        List<Channel> channels = channels("the channels to take from the stream");
        return port.isEmpty() || channels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stream(port, baud, rate, channels));
    }

    private String port() {
        return in.text("port", "the path of a serial port, such as \"/dev/ttyACM0\"");
    }

    private double rate(double usualHertz) {
        return in.numberOr("rate_hertz", usualHertz, 0.1, ChannelInfo.MAX_RATE_HERTZ);
    }

    private List<Channel> channels(String meaning) {
        List<Channel> channels = new ArrayList<>();
        for (String name : in.texts("channels", meaning + ", of " + Channel.wireNames())) {
            Optional<Channel> channel = Channel.ofWireName(name).filter(known -> !channels.contains(known));
            channel.ifPresentOrElse(channels::add,
                    () -> in.fault("channels", name, "different ones of " + Channel.wireNames()));
        }
        return List.copyOf(channels);
    }
}
