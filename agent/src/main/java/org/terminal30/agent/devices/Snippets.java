package org.terminal30.agent.devices;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.adc.I2cScan;
import org.terminal30.hardware.sample.Channel.Unit;
import org.terminal30.hardware.serial.InstrumentProbe.Result.Found;

/** What to paste into {@code bay.toml} for a thing that was found. */
final class Snippets {
    private Snippets() {
    }

    static Device chip(String place, int bus, I2cScan.Found chip, @Nullable String note) {
        return switch (chip.kind()) {
            case ADS1115 -> new Device(place, "ADS1115 converter", chip.reading(), note, """
                    [[source]]
                    type = "ads1115"
                    bus = %d
                    [[source.input]]
                    channel = "onboard"
                    address = 0x%x
                    pin = 0
                    """.formatted(bus, chip.address()));
            case INA226, INA228 ->
                new Device(place, chip.kind() + " voltage and current meter", chip.reading(), note, """
                        [[source]]
                        type = "%s"
                        bus = %d
                        address = 0x%x
                        shunt_ohms = 0.01
                        voltage = "backup"
                        current = "backup_current"
                        """.formatted(chip.kind().name().toLowerCase(Locale.ROOT), bus, chip.address()));
            case OTHER -> new Device(place, "another chip", null, note, null);
        };
    }

    /** {@code spidev0.1} is chip select 1 of bus 0. */
    static @Nullable String spi(String name) {
        String[] numbers = name.replace("spidev", "").split("\\.", -1);
        return numbers.length != 2 ? null : """
                [[source]]
                type = "mcp3208"
                bus = %s
                chip_select = %s
                [[source.input]]
                channel = "onboard"
                pin = 0
                """.formatted(numbers[0], numbers[1]);
    }

    static Device instrument(String port, Found found) {
        String type = found.kind().type();
        String name = found.channel().wireName();
        String channel = switch (found.kind()) {
            case TEXT, STREAM -> "channels = [\"%s\"]".formatted(name);
            case VE_DIRECT, ELM327, SCPI -> "channel = \"%s\"".formatted(name);
        };
        String unit = found.channel().unit() == Unit.AMPERE ? "A" : "V";
        return new Device(port, (type + " " + found.identity()).strip(),
                String.format(Locale.ROOT, "%s %.3f %s", name, found.reading(), unit), null, """
                        [[source]]
                        type = "%s"
                        port = "%s"
                        baud = %d
                        %s
                        """.formatted(type, port, found.baud(), channel));
    }
}
