package org.terminal30.agent.source;

import java.util.List;

import org.terminal30.agent.config.ChipConfig;
import org.terminal30.hardware.adc.Ads1115;
import org.terminal30.hardware.adc.Ads1115Input;
import org.terminal30.hardware.adc.Ads1115Source;
import org.terminal30.hardware.adc.InaSource;
import org.terminal30.hardware.adc.Mcp3208Source;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.VoltageSource;

/** Chips on the buses of this machine. */
final class ChipSources {
    private ChipSources() {
    }

    static VoltageSource open(ChipConfig config, Scales scales, PinHeader header, NanoClock clock) {
        return switch (config) {
            case ChipConfig.Ads1115 chips -> new Ads1115Source(header, inputs(chips, scales), clock);
            case ChipConfig.Ina chip -> new InaSource(header, List.of(chip.wiring(scales::of)), clock);
            case ChipConfig.Mcp3208 chip -> new Mcp3208Source(header, chip.wiring(scales::of), clock);
        };
    }

    private static List<Ads1115Input> inputs(ChipConfig.Ads1115 chips, Scales scales) {
        return chips.inputs().stream().map(input -> new Ads1115Input(scales.of(input.channel()), chips.bus(),
                input.address(), Ads1115.Input.valueOf("AIN" + input.pin()), input.divider(),
                input.readyGpio())).toList();
    }
}
