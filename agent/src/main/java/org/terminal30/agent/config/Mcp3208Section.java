package org.terminal30.agent.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.terminal30.agent.config.ChipConfig.Mcp3208;
import org.terminal30.agent.config.ChipConfig.SpiInput;
import org.terminal30.hardware.adc.Mcp3208Wiring;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.sample.Channel;

/** Reads a source that is an MCP3208. */
final class Mcp3208Section {
    private static final int FASTEST_CLOCK_HERTZ = 2_000_000;
    private static final int LAST_PIN = 7;
    private static final double LARGEST_OHMS = 100e6;

    private final Section in;

    Mcp3208Section(Section in) {
        this.in = in;
    }

    /** Empty after a fault that leaves no source. */
    Optional<ChipConfig> read() {
        int bus = in.integerOr("bus", Mcp3208Wiring.DEFAULT_BUS, 0, Mcp3208Wiring.LAST_BUS);
        int chipSelect = in.integerOr("chip_select", Mcp3208Wiring.DEFAULT_CHIP_SELECT, 0,
                Mcp3208Wiring.LAST_CHIP_SELECT);
        int clock = in.integerOr("clock_hertz", Mcp3208Wiring.DEFAULT_CLOCK_HERTZ, Mcp3208Wiring.MIN_CLOCK_HERTZ,
                FASTEST_CLOCK_HERTZ);
        double rate = in.numberOr("rate_hertz", Mcp3208Wiring.DEFAULT_RATE_HERTZ, Mcp3208Wiring.MIN_RATE_HERTZ,
                Mcp3208Wiring.MAX_RATE_HERTZ);
        double reference = in.numberOr("reference_volts", Mcp3208Wiring.DEFAULT_REFERENCE_VOLTS,
                Mcp3208Wiring.MIN_REFERENCE_VOLTS, Mcp3208Wiring.MAX_REFERENCE_VOLTS);
        List<SpiInput> inputs = inputs();
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        var chip = new Mcp3208(bus, chipSelect, clock, rate, reference, List.copyOf(inputs));
        try {
            chip.wiring(ChannelScale::uncalibrated);
        } catch (IllegalArgumentException cannotBe) {
            // What depends on several keys at once.
            in.fault("type", String.valueOf(cannotBe.getMessage()));
        }
        return Optional.of(chip);
    }

    private List<SpiInput> inputs() {
        List<SpiInput> inputs = new ArrayList<>();
        for (Section section : in.sections("input")) {
            input(section).ifPresent(input -> {
                if (inputs.stream()
                        .anyMatch(other -> other.channel() == input.channel() || other.pin() == input.pin())) {
                    section.fault("channel", input.channel().wireName(), "a channel and a pin of its own");
                } else {
                    inputs.add(input);
                }
            });
        }
        if (!in.has("input")) {
            in.fault("input", "missing", "at least one section [[source.input]] with channel and pin");
        }
        return inputs;
    }

    private static Optional<SpiInput> input(Section in) {
        String name = in.text("channel", "one of " + Channel.wireNames());
        int pin = in.integerOr("pin", 0, 0, LAST_PIN);
        double top = in.numberOr("top_ohms", Divider.STANDARD.topOhms(), 0, LARGEST_OHMS);
        double bottom = in.numberOr("bottom_ohms", Divider.STANDARD.bottomOhms(), 1, LARGEST_OHMS);
        double bias = in.numberOr("bias_ohms", Divider.STANDARD.biasOhms(), 1, LARGEST_OHMS);
        double biasVolts = in.numberOr("bias_volts", 0, 0, Divider.MAX_BIAS_VOLTS);
        in.done();
        if (in.has("bias_ohms") != in.has("bias_volts")) {
            in.fault("bias_ohms", "bias_ohms and bias_volts belong together, or both are left out");
        }
        Optional<Channel> channel = Channel.ofWireName(name);
        if (channel.isEmpty() && !name.isEmpty()) {
            in.fault("channel", name, "one of " + Channel.wireNames());
        }
        return channel.map(known -> new SpiInput(known, pin, new Divider(top, bottom, bias, biasVolts)));
    }
}
