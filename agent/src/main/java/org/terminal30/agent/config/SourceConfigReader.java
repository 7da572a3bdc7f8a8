package org.terminal30.agent.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.terminal30.agent.config.SourceConfig.Ads1115;
import org.terminal30.agent.config.SourceConfig.Input;
import org.terminal30.agent.config.SourceConfig.Played;
import org.terminal30.agent.config.SourceConfig.Replay;
import org.terminal30.agent.config.SourceConfig.Serial;
import org.terminal30.agent.config.SourceConfig.Simulated;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.serial.SerialTextSettings;
import org.terminal30.hardware.waveform.Profiles;

/** Reads the section {@code [source]}: its {@code type} says which other keys there are. */
final class SourceConfigReader {
    private static final int SLOWEST_BAUD = SerialTextSettings.MIN_BAUD;
    private static final int FASTEST_BAUD = SerialTextSettings.MAX_BAUD;
    private static final int LAST_BUS = 64;
    private static final double LARGEST_OHMS = 100e6;
    private static final double LOWEST_REST_VOLTS = 6;
    private static final double HIGHEST_REST_VOLTS = 16;
    private static final double LONGEST_PAUSE_SECONDS = 3600;

    private final Section in;
    private final Function<String, Path> resolved;

    SourceConfigReader(Section in, Function<String, Path> resolved) {
        this.in = in;
        this.resolved = resolved;
    }

    /** Empty after a fault that leaves no source. */
    Optional<SourceConfig> read() {
        String types = "one of serial ads1115 replay simulated waveform";
        String type = in.text("type", types);
        Optional<SourceConfig> source = switch (type) {
            case "serial" -> serial();
            case "ads1115" -> ads1115();
            case "replay" -> replay();
            case "simulated" -> simulated();
            case "waveform" -> waveform();
            default -> Optional.empty();
        };
        if (source.isPresent() || List.of("serial", "ads1115", "replay", "simulated", "waveform").contains(type)) {
            in.done();
        } else if (!type.isEmpty()) {
            in.fault("type", type, types);
        }
        return source;
    }

    private Optional<SourceConfig> serial() {
        String port = in.text("port", "the path of a serial port, such as \"/dev/ttyACM0\"");
        int baud = in.integerOr("baud", Serial.DEFAULT_BAUD, SLOWEST_BAUD, FASTEST_BAUD);
        double rate = in.numberOr("rate_hertz", Serial.DEFAULT_RATE_HERTZ, 0.1, ChannelInfo.MAX_RATE_HERTZ);
        List<Channel> channels = new ArrayList<>();
        for (String name : in.texts("channels", "the channels in the order of the line, of " + Channel.wireNames())) {
            Optional<Channel> channel = Channel.ofWireName(name).filter(known -> !channels.contains(known));
            channel.ifPresentOrElse(channels::add,
                    () -> in.fault("channels", name, "different ones of " + Channel.wireNames()));
        }
        return port.isEmpty() || channels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Serial(port, baud, rate, List.copyOf(channels)));
    }

    private Optional<SourceConfig> ads1115() {
        int bus = in.integerOr("bus", Ads1115.DEFAULT_BUS, 0, LAST_BUS);
        List<Input> inputs = new ArrayList<>();
        for (Section section : in.sections("input")) {
            input(section).ifPresent(input -> {
                if (inputs.stream().anyMatch(other -> other.channel() == input.channel()
                        || (other.address() == input.address() && other.pin() == input.pin()))) {
                    section.fault("channel", input.channel().wireName(), "a channel and a pin of its own");
                }
                inputs.add(input);
            });
        }
        if (!in.has("input")) {
            in.fault("input", "missing", "at least one section [[source.input]] with channel, address and pin");
        }
        return inputs.isEmpty() ? Optional.empty() : Optional.of(new Ads1115(bus, List.copyOf(inputs)));
    }

    private static Optional<Input> input(Section in) {
        String name = in.text("channel", "one of " + Channel.wireNames());
        int address = in.integerOr("address", Input.FIRST_ADDRESS, Input.FIRST_ADDRESS, Input.LAST_ADDRESS);
        int pin = in.integerOr("pin", 0, 0, Input.LAST_PIN);
        double top = in.numberOr("top_ohms", Divider.STANDARD.topOhms(), 0, LARGEST_OHMS);
        double bottom = in.numberOr("bottom_ohms", Divider.STANDARD.bottomOhms(), 1, LARGEST_OHMS);
        in.done();
        Optional<Channel> channel = Channel.ofWireName(name);
        if (channel.isEmpty() && !name.isEmpty()) {
            in.fault("channel", name, "one of " + Channel.wireNames());
        }
        return channel.map(known -> new Input(known, address, pin, Divider.of(top, bottom)));
    }

    private Optional<SourceConfig> replay() {
        String name = in.text("file", "the path of a recorded trace");
        Path file = resolved.apply(name);
        if (!name.isEmpty() && !Files.isReadable(file)) {
            in.fault("file", file, "a file that can be read");
        }
        String time = in.textOr("time", "", "the name of the time column");
        boolean loop = in.flagOr("loop", false);
        Map<Channel, String> columns = in.section("columns").map(SourceConfigReader::columns).orElse(Map.of());
        if (!in.has("columns")) {
            in.fault("columns", "missing", "a table such as { onboard = \"volts\" }");
        }
        return name.isEmpty() || columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Replay(file, columns, time.isEmpty() ? null : time, loop));
    }

    private Optional<SourceConfig> simulated() {
        String scenario = in.textOr("scenario", Simulated.BATTERY_SWAP, "the name of a scenario");
        int seed = in.integerOr("seed", 1, 0, Integer.MAX_VALUE);
        if (!scenario.equals(Simulated.BATTERY_SWAP)) {
            in.fault("scenario", scenario, Simulated.BATTERY_SWAP);
            return Optional.empty();
        }
        return Optional.of(new Simulated(scenario, seed));
    }

    private Optional<SourceConfig> waveform() {
        String profile = in.text("profile", "one of " + Profiles.ids());
        double rest = in.numberOr("rest_volts", Double.NaN, LOWEST_REST_VOLTS, HIGHEST_REST_VOLTS);
        double pause = in.numberOr("pause_seconds", Played.DEFAULT_PAUSE_SECONDS, 0.1, LONGEST_PAUSE_SECONDS);
        int seed = in.integerOr("seed", 1, 0, Integer.MAX_VALUE);
        if (Profiles.find(profile).isEmpty()) {
            if (!profile.isEmpty()) {
                in.fault("profile", profile, "one of " + Profiles.ids());
            }
            return Optional.empty();
        }
        return Optional.of(new Played(profile, Double.isNaN(rest) ? null : rest, pause, seed));
    }

    private static Map<Channel, String> columns(Section in) {
        Map<Channel, String> columns = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            if (in.has(channel.wireName())) {
                columns.put(channel, in.text(channel.wireName(), "the name of a column"));
            }
        }
        in.done();
        return columns;
    }
}
