package org.terminal30.agent.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.terminal30.agent.config.InstrumentConfig.Elm327;
import org.terminal30.agent.config.InstrumentConfig.Scpi;
import org.terminal30.agent.config.InstrumentConfig.Serial;
import org.terminal30.agent.config.InstrumentConfig.Stream;
import org.terminal30.agent.config.InstrumentConfig.VeDirect;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.Channel.Unit;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.serial.SerialTextSettings;
import org.terminal30.hardware.serial.VeDirectField;

/** Reads the sources that are instruments on a serial port. */
final class InstrumentSections {
    static final List<String> TYPES = List.of("serial", "stream", "elm327", "ve-direct", "scpi");
    private static final int SLOWEST_BAUD = SerialTextSettings.MIN_BAUD;
    private static final int FASTEST_BAUD = SerialTextSettings.MAX_BAUD;

    private static final List<String> VOLTAGES = Arrays.stream(Channel.values())
            .filter(channel -> channel.unit() == Unit.VOLT).map(Channel::wireName).toList();

    private final Section in;

    InstrumentSections(Section in) {
        this.in = in;
    }

    /** Empty after a fault that leaves no source. */
    Optional<? extends SourceConfig> read(String type) {
        return switch (type) {
            case "serial" -> serial();
            case "stream" -> stream();
            case "elm327" -> elm327();
            case "ve-direct" -> veDirect();
            case "scpi" -> scpi();
            default -> throw new IllegalArgumentException(type + " is none of " + TYPES);
        };
    }

    private Optional<InstrumentConfig> serial() {
        String port = port();
        int baud = baud(Serial.DEFAULT_BAUD);
        double rate = rate(Serial.DEFAULT_RATE_HERTZ);
        List<Channel> channels = channels("the channels in the order of the line");
        return port.isEmpty() || channels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Serial(port, baud, rate, channels));
    }

    private Optional<InstrumentConfig> stream() {
        String port = port();
        int baud = baud(Stream.DEFAULT_BAUD);
        double rate = rate(Stream.DEFAULT_RATE_HERTZ);
        List<Channel> channels = channels("the channels to take from the stream");
        return port.isEmpty() || channels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stream(port, baud, rate, channels));
    }

    private Optional<InstrumentConfig> elm327() {
        String port = port();
        int baud = baud(Elm327.DEFAULT_BAUD);
        return voltage().filter(known -> !port.isEmpty()).map(channel -> new Elm327(port, baud, channel));
    }

    private Optional<InstrumentConfig> scpi() {
        String port = port();
        int baud = baud(Scpi.DEFAULT_BAUD);
        return voltage().filter(known -> !port.isEmpty()).map(channel -> new Scpi(port, baud, channel));
    }

    private Optional<InstrumentConfig> veDirect() {
        String port = port();
        int baud = baud(VeDirect.DEFAULT_BAUD);
        Map<Channel, VeDirectField> fields = in.section("columns").map(InstrumentSections::fields).orElse(Map.of());
        if (fields.isEmpty()) {
            in.fault("columns", in.has("columns") ? "empty" : "missing",
                    "a table such as { battery = \"V\", battery_current = \"I\" }");
        }
        return port.isEmpty() || fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new VeDirect(port, baud, fields));
    }

    private static Map<Channel, VeDirectField> fields(Section in) {
        Map<Channel, VeDirectField> fields = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            if (in.has(channel.wireName())) {
                List<VeDirectField> right = Arrays.stream(VeDirectField.values())
                        .filter(field -> field.unit() == channel.unit()).toList();
                String allowed = "one of " + right;
                String name = in.text(channel.wireName(), allowed);
                right.stream().filter(field -> field.name().equals(name)).findAny().ifPresentOrElse(
                        field -> fields.put(channel, field), () -> {
                            if (!name.isEmpty()) {
                                in.fault(channel.wireName(), name, allowed);
                            }
                        });
            }
        }
        in.done();
        return fields;
    }

    /** The channel of an instrument that measures one voltage. */
    private Optional<Channel> voltage() {
        String name = in.textOr("channel", Channel.ONBOARD.wireName(), "one of " + VOLTAGES);
        Optional<Channel> channel = VOLTAGES.stream().filter(name::equals).findAny().flatMap(Channel::ofWireName);
        if (channel.isEmpty()) {
            in.fault("channel", name, "one of " + VOLTAGES);
        }
        return channel;
    }

    private int baud(int usual) {
        return in.integerOr("baud", usual, SLOWEST_BAUD, FASTEST_BAUD);
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
