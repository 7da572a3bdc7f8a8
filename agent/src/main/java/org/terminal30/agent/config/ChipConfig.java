package org.terminal30.agent.config;

import java.util.List;

import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.sample.Channel;

/** Converters on a bus of the Raspberry Pi. */
public sealed interface ChipConfig extends SourceConfig {
    /**
     * ADS1115 converters on one I²C bus.
     *
     * @param bus number of the bus, 1 for {@code /dev/i2c-1}
     */
    record Ads1115(int bus, List<Input> inputs) implements ChipConfig {
        static final int DEFAULT_BUS = 1;

        @Override
        public List<Channel> channels() {
            return inputs.stream().map(Input::channel).toList();
        }

        @Override
        public String description() {
            return "ADS1115 on I²C bus " + bus;
        }
    }

    /**
     * One input of an ADS1115.
     *
     * @param address of the chip: 0x48 to 0x4B
     * @param pin AIN number: 0 to 3
     * @param divider resistors between the sense lead and the pin
     */
    record Input(Channel channel, int address, int pin, Divider divider) {
        static final int FIRST_ADDRESS = 0x48;
        static final int LAST_ADDRESS = 0x4B;
        static final int LAST_PIN = 3;
    }
}
