package org.terminal30.agent.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.terminal30.agent.config.ChipConfig.Ads1115;
import org.terminal30.agent.config.ChipConfig.Input;
import org.terminal30.hardware.adc.InaModel;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.sample.Channel;

/** Reads the sources that are chips on a bus. */
final class ChipSections {
    static final List<String> TYPES = List.of("ads1115", "mcp3208", "ina226", "ina228");
    private static final int LAST_BUS = 64;
    private static final int LAST_GPIO = 27;
    private static final double LARGEST_OHMS = 100e6;

    private final Section in;

    ChipSections(Section in) {
        this.in = in;
    }

    /** Empty after a fault that leaves no source. */
    Optional<? extends SourceConfig> read(String type) {
        return switch (type) {
            case "ads1115" -> ads1115();
            case "mcp3208" -> new Mcp3208Section(in).read();
            case "ina226" -> new InaSection(in, InaModel.INA226).read();
            case "ina228" -> new InaSection(in, InaModel.INA228).read();
            default -> throw new IllegalArgumentException(type + " is none of " + TYPES);
        };
    }

    private Optional<ChipConfig> ads1115() {
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
        requireAlone(inputs);
        if (!in.has("input")) {
            in.fault("input", "missing", "at least one section [[source.input]] with channel, address and pin");
        }
        return inputs.isEmpty() ? Optional.empty() : Optional.of(new Ads1115(bus, List.copyOf(inputs)));
    }

    private void requireAlone(List<Input> inputs) {
        for (Input input : inputs) {
            long onChip = inputs.stream().filter(other -> other.address() == input.address()).count();
            if (input.readyGpio().isPresent() && onChip > 1) {
                in.fault("input", "ready_gpio of %s: it is for a channel that is alone on its chip"
                        .formatted(input.channel().wireName()));
            }
        }
    }

    private static Optional<Input> input(Section in) {
        String name = in.text("channel", "one of " + Channel.wireNames());
        int address = in.integerOr("address", Input.FIRST_ADDRESS, Input.FIRST_ADDRESS, Input.LAST_ADDRESS);
        int pin = in.integerOr("pin", 0, 0, Input.LAST_PIN);
        double top = in.numberOr("top_ohms", Divider.STANDARD.topOhms(), 0, LARGEST_OHMS);
        double bottom = in.numberOr("bottom_ohms", Divider.STANDARD.bottomOhms(), 1, LARGEST_OHMS);
        double bias = in.numberOr("bias_ohms", Divider.STANDARD.biasOhms(), 1, LARGEST_OHMS);
        double biasVolts = in.numberOr("bias_volts", 0, 0, Divider.MAX_BIAS_VOLTS);
        OptionalInt ready = in.has("ready_gpio")
                ? OptionalInt.of(in.integerOr("ready_gpio", 0, 0, LAST_GPIO))
                : OptionalInt.empty();
        in.done();
        if (in.has("bias_ohms") != in.has("bias_volts")) {
            in.fault("bias_ohms", "bias_ohms and bias_volts belong together, or both are left out");
        }
        Optional<Channel> channel = Channel.ofWireName(name);
        if (channel.isEmpty() && !name.isEmpty()) {
            in.fault("channel", name, "one of " + Channel.wireNames());
        }
        return channel.map(known -> new Input(known, address, pin,
                new Divider(top, bottom, bias, biasVolts), ready));
    }
}
