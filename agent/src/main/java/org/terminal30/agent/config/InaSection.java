package org.terminal30.agent.config;

import java.util.Optional;

import org.terminal30.hardware.adc.InaModel;
import org.terminal30.hardware.adc.InaWiring;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Channel;

/** Reads a source that is an INA226 or INA228. */
final class InaSection {
    private static final int DEFAULT_BUS = 1;
    private static final int LAST_BUS = 64;

    private final Section in;
    private final InaModel model;

    InaSection(Section in, InaModel model) {
        this.in = in;
        this.model = model;
    }

    /** Empty after a fault that leaves no source. */
    Optional<ChipConfig> read() {
        int bus = in.integerOr("bus", DEFAULT_BUS, 0, LAST_BUS);
        int address = in.integerOr("address", InaWiring.LOWEST_ADDRESS, InaWiring.LOWEST_ADDRESS,
                InaWiring.HIGHEST_ADDRESS);
        boolean measuresCurrent = in.has("current");
        if (measuresCurrent && !in.has("shunt_ohms")) {
            in.fault("shunt_ohms", "missing", "the resistance between IN+ and IN−, as current is measured by it");
        }
        double shunt = in.numberOr("shunt_ohms", 1, InaWiring.MIN_SHUNT_OHMS, InaWiring.MAX_SHUNT_OHMS);
        Optional<Channel> voltage = channel("voltage");
        Optional<Channel> current = channel("current");
        if (!in.has("voltage") && !measuresCurrent) {
            in.fault("voltage", "missing", "a channel, here or in current: one of " + Channel.wireNames());
        }
        if (voltage.isEmpty() && current.isEmpty()) {
            return Optional.empty();
        }
        var chip = new ChipConfig.Ina(model, bus, address, shunt, voltage, current);
        try {
            chip.wiring(ChannelScale::uncalibrated);
        } catch (IllegalArgumentException cannotBe) {
            in.fault("type", String.valueOf(cannotBe.getMessage()));
            return Optional.empty();
        }
        return Optional.of(chip);
    }

    private Optional<Channel> channel(String key) {
        if (!in.has(key)) {
            return Optional.empty();
        }
        String allowed = "one of " + Channel.wireNames();
        String name = in.text(key, allowed);
        Optional<Channel> channel = Channel.ofWireName(name);
        if (channel.isEmpty() && !name.isEmpty()) {
            in.fault(key, name, allowed);
        }
        return channel;
    }
}
