package org.terminal30.agent.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.terminal30.hardware.adc.InaModel;
import org.terminal30.hardware.adc.InaWiring;
import org.terminal30.hardware.adc.Mcp3208Input;
import org.terminal30.hardware.adc.Mcp3208Wiring;
import org.terminal30.hardware.calibration.ChannelScale;
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

        @Override
        public Set<String> devices() {
            return inputs.stream().map(input -> "0x%x of I²C bus %d".formatted(input.address(), bus))
                    .collect(Collectors.toSet());
        }

        @Override
        public List<GpioUse> gpios() {
            List<GpioUse> lines = new ArrayList<>(GpioUse.i2c(bus));
            inputs.forEach(input -> input.readyGpio()
                    .ifPresent(gpio -> lines.add(new GpioUse(gpio, "ready_gpio of " + input.channel().wireName(),
                            false))));
            return lines;
        }
    }

    /**
     * One input of an ADS1115.
     *
     * @param address of the chip: 0x48 to 0x4B
     * @param pin AIN number: 0 to 3
     * @param divider resistors between the sense lead and the pin
     * @param readyGpio line that the chip's ALERT/RDY pin is wired to, when this is its only channel
     */
    record Input(Channel channel, int address, int pin, Divider divider, OptionalInt readyGpio) {
        static final int FIRST_ADDRESS = 0x48;
        static final int LAST_ADDRESS = 0x4B;
        static final int LAST_PIN = 3;
    }

    /**
     * An MCP3208 on SPI.
     *
     * @param bus number of the bus, with the chip select: 0 and 0 for {@code /dev/spidev0.0}
     * @param clockHertz of the bus
     * @param rateHertz samples per second and channel
     * @param referenceVolts at the chip's VREF pin
     */
    record Mcp3208(int bus, int chipSelect, int clockHertz, double rateHertz, double referenceVolts,
            List<SpiInput> inputs) implements ChipConfig {
        @Override
        public List<Channel> channels() {
            return inputs.stream().map(SpiInput::channel).toList();
        }

        @Override
        public String description() {
            return "MCP3208 on SPI %d.%d".formatted(bus, chipSelect);
        }

        /** Pi4J 3 counts chip selects and not buses: it opens each number once. */
        @Override
        public Set<String> devices() {
            return Set.of("SPI chip select " + chipSelect);
        }

        @Override
        public List<GpioUse> gpios() {
            return GpioUse.spi(bus, chipSelect);
        }

        /**
         * The chip with its channels.
         *
         * @throws IllegalArgumentException for what cannot be: a clock above what the supply allows, a rate above what the
         *     clock allows
         */
        public Mcp3208Wiring wiring(Function<Channel, ChannelScale> scales) {
            return new Mcp3208Wiring(bus, chipSelect, clockHertz, rateHertz, referenceVolts, inputs.stream()
                    .map(input -> new Mcp3208Input(scales.apply(input.channel()), input.pin(), input.divider()))
                    .toList());
        }
    }

    /**
     * One input of an MCP3208.
     *
     * @param pin CH number: 0 to 7
     * @param divider resistors between the sense lead and the pin
     */
    record SpiInput(Channel channel, int pin, Divider divider) {}

    /**
     * An INA226 or INA228 on I²C.
     *
     * @param bus number of the bus, 1 for {@code /dev/i2c-1}
     * @param address of the chip: 0x40 to 0x4F
     * @param shuntOhms between IN+ and IN−
     * @param voltage channel of the bus voltage
     * @param current channel of the shunt
     */
    record Ina(InaModel model, int bus, int address, double shuntOhms, Optional<Channel> voltage,
            Optional<Channel> current) implements ChipConfig {
        @Override
        public List<Channel> channels() {
            return Stream.of(voltage, current).flatMap(Optional::stream).toList();
        }

        @Override
        public String description() {
            return "%s at 0x%x of I²C bus %d".formatted(model, address, bus);
        }

        @Override
        public Set<String> devices() {
            return Set.of("0x%x of I²C bus %d".formatted(address, bus));
        }

        @Override
        public List<GpioUse> gpios() {
            return GpioUse.i2c(bus);
        }

        /**
         * The chip with its channels.
         *
         * @throws IllegalArgumentException for what cannot be: a voltage on the shunt, no channel at all
         */
        public InaWiring wiring(Function<Channel, ChannelScale> scales) {
            return new InaWiring(model, bus, address, shuntOhms, voltage.map(scales).orElse(null),
                    current.map(scales).orElse(null));
        }
    }
}
