package org.terminal30.agent.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.adc.InaModel;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.serial.VeDirectField;

import static org.assertj.core.api.Assertions.assertThat;
/** What a bay measures with, as its configuration says it. */
class SourceConfigTest extends BayToml {
    @Test
    void mcp3208_isReadWholeAndHasDefaults() throws Exception {
        BayConfig whole = read(LEAST + """
                [source]
                type = "mcp3208"
                bus = 1
                chip_select = 2
                clock_hertz = 2_000_000
                rate_hertz = 10_000
                reference_volts = 5.0
                [[source.input]]
                channel = "onboard"
                pin = 7
                top_ohms = 216_000
                bottom_ohms = 22_600
                bias_ohms = 93_100
                bias_volts = 3.0
                """);
        BayConfig least = read(LEAST + """
                [source]
                type = "mcp3208"
                [[source.input]]
                channel = "onboard"
                """);

        assertThat(whole.sources()).containsExactly(new ChipConfig.Mcp3208(1, 2, 2_000_000, 10_000, 5.0,
                List.of(new ChipConfig.SpiInput(Channel.ONBOARD, 7, Divider.BOX))));
        assertThat(least.sources()).containsExactly(new ChipConfig.Mcp3208(0, 0, 1_000_000, 5_000, 3.3,
                List.of(new ChipConfig.SpiInput(Channel.ONBOARD, 0, Divider.STANDARD))));
    }

    @Test
    void monitorOfVoltageAndCurrent_isReadWholeAndWithOneChannelOnly() throws Exception {
        assertThat(read(LEAST + """
                [source]
                type = "ina228"
                bus = 3
                address = 0x45
                shunt_ohms = 0.002
                voltage = "backup"
                current = "backup_current"
                """).sources()).containsExactly(new ChipConfig.Ina(InaModel.INA228, 3, 0x45, 0.002,
                Optional.of(Channel.BACKUP), Optional.of(Channel.BACKUP_CURRENT)));
        assertThat(read(LEAST + """
                [source]
                type = "ina226"
                voltage = "onboard"
                """).sources()).singleElement().isInstanceOfSatisfying(ChipConfig.Ina.class, chip -> {
            assertThat(chip.channels()).containsExactly(Channel.ONBOARD);
            assertThat(chip.description()).isEqualTo("INA226 at 0x40 of I²C bus 1");
        });
    }

    @Test
    void replayAndSimulation_areReadWhole() throws Exception {
        Path trace = Files.writeString(directory.resolve("trace.csv"), "time_s,v\n0,12\n");
        String replay = """
                [source]
                type = "replay"
                file = "trace.csv"
                time = "time_s"
                loop = true
                columns = { onboard = "v" }
                """;
        assertThat(read(LEAST + replay).sources())
                .containsExactly(new PlayedConfig.Replay(trace, Map.of(Channel.ONBOARD, "v"), "time_s", true));
        assertThat(read(LEAST + "[source]\ntype = \"simulated\"\n").sources())
                .containsExactly(new PlayedConfig.Simulated("battery-swap", 1));
        assertThat(read(LEAST + "[source]\ntype = \"waveform\"\nprofile = \"e10\"\n").sources())
                .containsExactly(new PlayedConfig.Played("e10", null, 5, 1));
        assertThat(read(LEAST + """
                [source]
                type = "waveform"
                profile = "e11-cold"
                rest_volts = 12.6
                pause_seconds = 2
                seed = 7
                """).sources()).containsExactly(new PlayedConfig.Played("e11-cold", 12.6, 2, 7));
    }

    @Test
    void severalSources_areReadInTheirOrder() throws Exception {
        BayConfig config = read(LEAST + """
                [[source]]
                type = "ads1115"
                [[source.input]]
                channel = "onboard"
                [[source]]
                type = "serial"
                port = "/dev/ttyUSB0"
                channels = ["battery_current"]
                """);
        assertThat(config.sources()).hasExactlyElementsOfTypes(ChipConfig.Ads1115.class,
                InstrumentConfig.Serial.class);
        assertThat(config.sourceDescription()).isEqualTo("ADS1115 on I²C bus 1, serial /dev/ttyUSB0");
        assertThat(config.scales()).containsOnlyKeys(Channel.ONBOARD, Channel.BATTERY_CURRENT);
    }

    @Test
    void stream_isReadWithTheRateOfTheFirmwareAsItsDefault() throws Exception {
        String least = """
                [source]
                type = "stream"
                port = "/dev/ttyACM0"
                channels = ["backup", "onboard"]
                """;
        List<Channel> channels = List.of(Channel.BACKUP, Channel.ONBOARD);
        assertThat(read(LEAST + least).sources())
                .containsExactly(new InstrumentConfig.Stream("/dev/ttyACM0", 460_800, 10_000, channels));
        assertThat(read(LEAST + least + "baud = 2000000\nrate_hertz = 20000\n").sources())
                .containsExactly(new InstrumentConfig.Stream("/dev/ttyACM0", 2_000_000, 20_000, channels));
        assertThat(read(LEAST + least).sourceDescription()).isEqualTo("stream /dev/ttyACM0");
    }

    @Test
    void instruments_areReadWithTheSpeedsTheyAreDeliveredWith() throws Exception {
        assertThat(read(LEAST + """
                [[source]]
                type = "elm327"
                port = "/dev/ttyUSB0"
                [[source]]
                type = "ve-direct"
                port = "/dev/ttyUSB1"
                columns = { battery_current = "I", battery = "V", backup = "VS" }
                [[source]]
                type = "scpi"
                port = "/dev/ttyUSB2"
                baud = 115200
                channel = "radio"
                """).sources()).containsExactly(
                new InstrumentConfig.Elm327("/dev/ttyUSB0", 38_400, Channel.ONBOARD),
                new InstrumentConfig.VeDirect("/dev/ttyUSB1", 19_200, Map.of(Channel.BACKUP, VeDirectField.VS,
                        Channel.BATTERY, VeDirectField.V, Channel.BATTERY_CURRENT, VeDirectField.I)),
                new InstrumentConfig.Scpi("/dev/ttyUSB2", 115_200, Channel.RADIO));
    }

    @Test
    void channelOfTwoSources_isRefused() throws Exception {
        assertThat(faultsOf(LEAST + """
                [[source]]
                type = "simulated"
                [[source]]
                type = "waveform"
                profile = "e10"
                """)).containsExactly(
                "source[2].type: onboard is measured by an earlier source too, each channel has one source");
    }

    @Test
    void chipsOnOneBus_shareItsLinesAndLeaveTheOthersToTheSignals() throws Exception {
        BayConfig config = read(LEAST + """
                [[source]]
                type = "ads1115"
                [[source.input]]
                channel = "onboard"
                ready_gpio = 17
                [[source]]
                type = "ina226"
                voltage = "backup"
                [[source]]
                type = "mcp3208"
                [[source.input]]
                channel = "radio"
                [[source]]
                type = "mcp3208"
                chip_select = 1
                [[source.input]]
                channel = "backup_lead"
                [signals]
                green = { gpio = 12 }
                red = { gpio = 16 }
                button = { gpio = 26 }
                """);

        assertThat(config.sources()).hasSize(4);
        assertThat(config.sources().getFirst().gpios()).extracting(GpioUse::gpio).containsExactly(2, 3, 17);
        assertThat(config.sources().getLast().gpios()).extracting(GpioUse::gpio)
                .containsExactlyInAnyOrder(7, 8, 9, 10, 11);
    }

    @Test
    void busWhoseLinesDependOnTheModel_takesNone() {
        assertThat(GpioUse.i2c(3)).isEmpty();
        assertThat(GpioUse.spi(5, 0)).isEmpty();
        assertThat(GpioUse.spi(1, 0)).extracting(GpioUse::gpio).containsExactlyInAnyOrder(18, 19, 20, 21);
        assertThat(GpioUse.spi(1, 9)).extracting(GpioUse::gpio).containsExactlyInAnyOrder(16, 17, 18, 19, 20, 21);
    }
}
