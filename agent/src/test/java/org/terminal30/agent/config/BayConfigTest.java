package org.terminal30.agent.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.agent.wire.BayId;
import org.terminal30.hardware.calibration.Calibration;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.calibration.PlausibleRange;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.signal.SignalLines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
class BayConfigTest extends BayToml {
    @Test
    void fileWithOnlyWhatIsNeeded_hasTheDefaults() throws Exception {
        BayConfig config = read(LEAST + SERIAL);

        assertThat(config.id()).isEqualTo(new BayId("main", "1"));
        assertThat(config.state()).isEqualTo(directory.resolve("state"));
        assertThat(config.dashboard()).isEmpty();
        assertThat(config.sources()).containsExactly(new InstrumentConfig.Serial("/dev/ttyACM0", 460_800, 860,
                List.of(Channel.ONBOARD, Channel.BACKUP)));
        assertThat(config.scales()).isEqualTo(Map.of(
                Channel.ONBOARD, ChannelScale.uncalibrated(Channel.ONBOARD),
                Channel.BACKUP, ChannelScale.uncalibrated(Channel.BACKUP)));
        assertThat(config.backup().minimumVolts()).isEqualTo(11.2);
        assertThat(config.backup().holdFloorVolts()).isEqualTo(10.5);
        assertThat(config.pulledUp()).isFalse();
        assertThat(config.thresholds()).isEmpty();
        assertThat(config.signals()).isEqualTo(SignalLines.NONE);
    }

    @Test
    void fileWithEverything_isReadWhole() throws Exception {
        Files.writeString(directory.resolve("secret"), " t0ken\n");
        BayConfig config = read(LEAST + """
                pulled_up = true
                [dashboard]
                url = "https://board.example:8030"
                token_file = "secret"
                bucket = "bays"
                org = "garage"
                orders = false
                [source]
                type = "ads1115"
                bus = 3
                [[source.input]]
                channel = "onboard"
                address = 0x49
                pin = 2
                top_ohms = 220000
                bottom_ohms = 10000
                [[source.input]]
                channel = "backup"
                pin = 1
                top_ohms = 216000
                bottom_ohms = 22600
                bias_ohms = 93100
                bias_volts = 3.0
                ready_gpio = 17
                [[channel]]
                name = "onboard"
                gain = 1.01
                offset = -0.02
                plausible_min = -1
                plausible_max = 20
                [backup]
                no_load_volts = 13.0
                hold_floor_volts = 11.0
                rating_amperes = 3.0
                diode_volts = 0.5
                [thresholds]
                low_volts = 12.4
                [signals]
                green = { gpio = 5 }
                red = { gpio = 13, active_low = true }
                button = { gpio = 26 }
                """);

        assertThat(config.dashboard())
                .contains(new DashboardConfig(URI.create("https://board.example:8030"), "t0ken", "bays", "garage",
                        false));
        assertThat(config.sources()).containsExactly(new ChipConfig.Ads1115(3, List.of(
                new ChipConfig.Input(Channel.ONBOARD, 0x49, 2, Divider.of(220_000, 10_000), OptionalInt.empty()),
                new ChipConfig.Input(Channel.BACKUP, 0x48, 1, Divider.BOX, OptionalInt.of(17)))));
        assertThat(config.scales()).containsEntry(Channel.ONBOARD,
                new ChannelScale(Channel.ONBOARD, new Calibration(1.01, -0.02), new PlausibleRange(-1, 20), false));
        assertThat(config.backup()).isEqualTo(new BackupConfig(13.0, 11.0, 3.0, 0.5));
        assertThat(config.pulledUp()).isTrue();
        assertThat(config.thresholds()).isEqualTo(Map.of(Threshold.LOW_VOLTS, 12.4));
        assertThat(config.signals()).isEqualTo(new SignalLines(new SignalLines.Line(5, false), null,
                new SignalLines.Line(13, true), null, new SignalLines.Line(26, true)));
    }

    @Test
    void exampleInTheDocuments_isRight() throws Exception {
        BayConfig config = BayConfig.read(Path.of("../docs/bay.toml"));

        assertThat(config.sources()).singleElement().isInstanceOf(InstrumentConfig.Serial.class);
        assertThat(config.dashboard()).isPresent();
        // The commented thresholds are keys that exist.
        String uncommented = Files.readString(Path.of("../docs/bay.toml")).replaceAll(
                "(?m)^# (?!rest_|reference_|bias_)(\\w+_volts = )",
                "$1");
        assertThat(read(uncommented).thresholds()).containsOnlyKeys(Threshold.values());
    }

    @Test
    void everyFault_isToldAtOnceWithItsKeyValueAndRange() throws Exception {
        assertThat(faultsOf("""
                site = "Main Street"
                bay = "1"
                stat = "x"
                [dashboard]
                url = "ftp://board"
                token = "t"
                [source]
                type = "serial"
                port = "/dev/ttyACM0"
                baud = 5
                channels = ["onboard", "starter"]
                [backup]
                no_load_volts = 24.0
                """)).satisfiesExactlyInAnyOrder(
                fault -> assertThat(fault).contains("site", "Main Street", "a-z"),
                fault -> assertThat(fault).contains("state", "missing"),
                fault -> assertThat(fault).contains("stat is not a key", "state"),
                fault -> assertThat(fault).contains("url", "ftp://board", "http://"),
                fault -> assertThat(fault).contains("source.baud", "5", "1200", "4000000"),
                fault -> assertThat(fault).contains("source.channels", "starter", "onboard backup"),
                fault -> assertThat(fault).contains("backup.no_load_volts", "24", "9.0", "16.0"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [source] type = "laser"                           | source.type is laser, must be one of serial
            [source] type = "serial"                          | source.port is missing
            [source] type = "serial"                          | source.channels is missing
            [source] type = "serial" port = 7                 | source.port is 7, must be the path
            [source] type = "serial" bauds = 7                | source.bauds is not a key, did you mean baud?
            [source] type = "serial" rate_hertz = "fast"      | source.rate_hertz is "fast", must be a number
            [source] type = "stream"                          | source.port is missing
            [source] type = "stream" port = "/dev/x"          | source.channels is missing, must be the channels to take from the stream
            [source] type = "stream" port = "/dev/x" channels = ["radio", "radio"] | source.channels is radio, must be different ones of onboard
            [source] type = "stream" rate_hertz = 200000      | source.rate_hertz is 200000, must be a number from 0.1 to 100000.0
            [source] type = "stream" baud = 300               | source.baud is 300, must be an integer from 1200 to 4000000
            [source] type = "elm327"                          | source.port is missing, must be the path of a serial port
            [source] type = "elm327" baud = 300               | source.baud is 300, must be an integer from 1200 to 4000000
            [source] type = "elm327" channel = "battery_current" | source.channel is battery_current, must be one of [onboard, backup, backup_lead, battery, radio]
            [source] type = "elm327" columns = { }            | source.columns is not a key
            [source] type = "scpi"                            | source.port is missing, must be the path of a serial port
            [source] type = "scpi" baud = "fast"              | source.baud is "fast", must be an integer from 1200 to 4000000
            [source] type = "scpi" channel = "on"             | source.channel is on, must be one of [onboard, backup, backup_lead, battery, radio]
            [source] type = "ve-direct"                       | source.port is missing, must be the path of a serial port
            [source] type = "ve-direct"                       | source.columns is missing, must be a table such as
            [source] type = "ve-direct" columns = { }         | source.columns is empty, must be a table such as
            [source] type = "ve-direct" baud = 5              | source.baud is 5, must be an integer from 1200 to 4000000
            [source] type = "ve-direct" columns = { battery = "I" } | source.columns.battery is I, must be one of [V, VS]
            [source] type = "ve-direct" columns = { battery_current = "V" } | source.columns.battery_current is V, must be one of [I]
            [source] type = "ve-direct" columns = { starter = "VS" } | source.columns.starter is not a key
            [source] type = "ads1115"                         | source.input is missing, must be at least one
            [source] type = "ads1115" [[source.input]] channel = "onboard" pin = 4       | source.input[1].pin is 4, must be an integer from 0 to 3
            [source] type = "ads1115" [[source.input]] channel = "onboard" address = 7   | source.input[1].address is 7, must be an integer from 72 to 75
            [source] type = "ads1115" [[source.input]] channel = "on"                    | source.input[1].channel is on, must be one of onboard
            [source] type = "ads1115" [[source.input]] channel = "onboard" [[source.input]] channel = "backup" | source.input[2].channel is backup, must be a channel and a pin of its own
            [source] type = "mcp3208"                         | source.input is missing, must be at least one section [[source.input]] with channel and pin
            [source] type = "mcp3208" bus = 7 [[source.input]] channel = "onboard"         | source.bus is 7, must be an integer from 0 to 6
            [source] type = "mcp3208" chip_select = -1 [[source.input]] channel = "onboard" | source.chip_select is -1, must be an integer from 0 to 10
            [source] type = "mcp3208" clock_hertz = 9000 [[source.input]] channel = "onboard" | source.clock_hertz is 9000, must be an integer from 20000 to 2000000
            [source] type = "mcp3208" clock_hertz = 2000000 [[source.input]] channel = "onboard" | source.type: clock_hertz is 2000000.0, must be from 20000.0 to 1000000.0
            [source] type = "mcp3208" rate_hertz = 10 [[source.input]] channel = "onboard" | source.rate_hertz is 10, must be a number from 100.0 to 50000.0
            [source] type = "mcp3208" rate_hertz = 40000 [[source.input]] channel = "onboard" | source.type: rate_hertz is 40000.0, must be at most 33333.0 for 1 inputs
            [source] type = "mcp3208" reference_volts = 9 [[source.input]] channel = "onboard" | source.reference_volts is 9, must be a number from 2.5 to 5.5
            [source] type = "mcp3208" [[source.input]] channel = "onboard" pin = 8         | source.input[1].pin is 8, must be an integer from 0 to 7
            [source] type = "mcp3208" [[source.input]] channel = "on"                      | source.input[1].channel is on, must be one of onboard
            [source] type = "mcp3208" [[source.input]] channel = "onboard" [[source.input]] channel = "backup" | source.input[2].channel is backup, must be a channel and a pin of its own
            [source] type = "mcp3208" [[source.input]] channel = "onboard" bias_ohms = 93100 | source.input[1].bias_ohms: bias_ohms and bias_volts belong together
            [source] type = "mcp3208" [[source.input]] channel = "onboard" bias_ohms = 1 bias_volts = 9 | source.input[1].bias_volts is 9, must be a number from 0.0 to 5.5
            [source] type = "mcp3208" [[source.input]] channel = "onboard" address = 72    | source.input[1].address is not a key
            [source] type = "ads1115" [[source.input]] channel = "onboard" ready_gpio = 40 | source.input[1].ready_gpio is 40, must be an integer from 0 to 27
            [source] type = "ads1115" [[source.input]] channel = "onboard" bias_ohms = 93100 | source.input[1].bias_ohms: bias_ohms and bias_volts belong together
            [source] type = "ads1115" [[source.input]] channel = "onboard" bias_volts = 9 bias_ohms = 1 | source.input[1].bias_volts is 9, must be a number from 0.0 to 5.5
            [source] type = "ads1115" [[source.input]] channel = "onboard" ready_gpio = 4 [[source.input]] channel = "backup" pin = 1 | source.input: ready_gpio of onboard: it is for a channel that is alone on its chip
            [source] type = "ads1115" [[source.input]] channel = "onboard" ready_gpio = 4 [[source.input]] channel = "backup" address = 0x49 ready_gpio = 4 | source.type: GPIO 4 is needed for ready_gpio of backup and must be free, ADS1115 on I²C bus 1 has this one (ready_gpio of onboard)
            [source] type = "ads1115" [[source.input]] channel = "onboard" ready_gpio = 3 | source.type: GPIO 3 is needed for ready_gpio of onboard and must be free, ADS1115 on I²C bus 1 has this one (SCL of I²C bus 1)
            [source] type = "ads1115" bus = 0 [[source.input]] channel = "onboard" ready_gpio = 0 | source.type: GPIO 0 is needed for ready_gpio of onboard and must be free, ADS1115 on I²C bus 0 has this one (SDA of I²C bus 0)
            [[source]] type = "ads1115" [[source.input]] channel = "onboard" ready_gpio = 9 [[source]] type = "mcp3208" [[source.input]] channel = "backup" | source[2].type: GPIO 9 is needed for MISO of SPI bus 0 and must be free, ADS1115 on I²C bus 1 has this one (ready_gpio of onboard)
            [[source]] type = "ads1115" [[source.input]] channel = "onboard" [[source]] type = "ina226" voltage = "backup" address = 0x48 | source[2].type: 0x48 of I²C bus 1 is used by an earlier source too, must be used by one
            [[source]] type = "mcp3208" [[source.input]] channel = "onboard" [[source]] type = "mcp3208" bus = 1 [[source.input]] channel = "backup" | source[2].type: SPI chip select 0 is used by an earlier source too, must be used by one
            [[source]] type = "scpi" port = "/dev/x" channel = "onboard" [[source]] type = "elm327" port = "/dev/x" channel = "backup" | source[2].type: /dev/x is used by an earlier source too, must be used by one
            [source] type = "ads1115" [[source.input]] channel = "onboard" ready_gpio = 5 [signals.green] gpio = 5 | signals.green.gpio is 5, must be a GPIO of its own, ADS1115 on I²C bus 1 has this one (ready_gpio of onboard)
            [source] type = "mcp3208" [[source.input]] channel = "onboard" [signals.red] gpio = 7 | signals.red.gpio is 7, must be a GPIO of its own, MCP3208 on SPI 0.0 has this one (CE1 of SPI bus 0)
            [source] type = "mcp3208" [[source.input]] channel = "onboard" [signals.button] gpio = 11 | signals.button.gpio is 11, must be a GPIO of its own, MCP3208 on SPI 0.0 has this one (SCLK of SPI bus 0)
            [source] type = "mcp3208" bus = 1 chip_select = 1 [[source.input]] channel = "onboard" [signals.red] gpio = 17 | signals.red.gpio is 17, must be a GPIO of its own, MCP3208 on SPI 1.1 has this one (CE1 of SPI bus 1)
            [source] type = "ina226"                          | source.voltage is missing, must be a channel, here or in current
            [source] type = "ina226" voltage = "back"         | source.voltage is back, must be one of onboard
            [source] type = "ina226" voltage = "backup_current" | source.type: voltage is backup_current, must be a channel in volts
            [source] type = "ina228" current = "backup" shunt_ohms = 0.01 | source.type: current is backup, must be a channel in amperes
            [source] type = "ina228" current = "backup_current" | source.shunt_ohms is missing, must be the resistance
            [source] type = "ina228" voltage = "backup" shunt_ohms = 0 | source.shunt_ohms is 0, must be a number from 1.0E-5 to 10.0
            [source] type = "ina226" voltage = "backup" address = 0x50 | source.address is 80, must be an integer from 64 to 79
            [source] type = "ina226" voltage = "backup" bus = 65 | source.bus is 65, must be an integer from 0 to 64
            [source] type = "replay"                          | source.file is missing
            [source] type = "replay" file = "none.csv"        | none.csv, must be a file that can be read
            [source] type = "replay" columns = { on = "v" }   | source.columns.on is not a key
            [source] type = "simulated" scenario = "dragon"   | source.scenario is dragon, must be battery-swap
            [source] type = "simulated" seed = -1             | source.seed is -1, must be an integer from 0
            [source] type = "simulated" [dashboard] url = "http://b"                          | dashboard.token is missing, must be given once
            [source] type = "simulated" [dashboard] url = "http://b" token = "a" token_file = "b" | dashboard.token is given twice
            [source] type = "simulated" [dashboard] url = "http://b" token_file = "none"      | none, must be a file that can be read
            [source] type = "simulated" [dashboard] token = "a"                               | dashboard.url is missing
            [source] type = "simulated" [[channel]] name = "radio"                            | channel[1].name is radio, must be a channel of the source
            [source] type = "simulated" [[channel]] name = "backup" gain = 2000               | channel[1].gain is 2000, must be a number from -1000.0 to 1000.0
            [source] type = "simulated" [[channel]] name = "backup" plausible_min = 30        | plausible range is 30.0 to 28.0
            [source] type = "simulated" [[channel]] name = "backup" [[channel]] name = "backup" | channel[2].name is backup, must be the name of a channel that has no other
            [source] type = "simulated" [thresholds] low_volts = 3                            | thresholds.low_volts is 3, must be a number from 6.0 to 16.0
            [source] type = "simulated" [thresholds] low = 3                                  | thresholds.low is not a key
            [source] type = "waveform"                        | source.profile is missing, must be one of e11-cold
            [source] type = "waveform" profile = "e99"        | source.profile is e99, must be one of e11-cold e11-cold-severe
            [source] type = "waveform" profile = "e10" rest_volts = 24   | source.rest_volts is 24, must be a number from 6.0 to 16.0
            [source] type = "simulated" [signals] green = 5                                  | signals.green is 5, must be a section, written [signals.green]
            [source] type = "simulated" [signals] blue = { gpio = 5 }                        | signals.blue is not a key
            [source] type = "simulated" [signals.green] active_low = true                    | signals.green.gpio is missing, must be the GPIO number
            [source] type = "simulated" [signals.green] gpio = 3                             | signals.green.gpio is 3, must be an integer from 4 to 27
            [source] type = "simulated" [signals.green] gpio = 5 [signals.button] gpio = 5   | signals.button.gpio is 5, must be a GPIO of its own, [signals] has this one (green)
            [source] type = "simulated" [signals.green] gpio = 5 activelow = true            | signals.green.activelow is not a key, did you mean active_low?
            source = 5                                        | source is 5, must be a section, written [source]
            """)
    void wrongValue_isRefused(String line, String message) throws Exception {
        String text = line.replaceAll(" (?=\\[\\[?\\w+(\\.\\w+)?\\])| (?=\\w+ = )", "\n")
                .replaceAll("(\\]) *\n", "$1\n").replace("{\n", "{ ");
        assertThat(faultsOf(LEAST + text)).anySatisfy(fault -> assertThat(fault).contains(message));
    }

    @Test
    void missingSource_isRefused() throws Exception {
        assertThat(faultsOf(LEAST)).singleElement().asString().contains("source", "missing");
    }

    @Test
    void textThatIsNotToml_isRefusedWithLineAndColumn() throws Exception {
        assertThat(faultsOf("site = \"main\"\nbay = = 3\n")).singleElement().asString().contains("line 2");
    }

    @Test
    void missingFile_isRefusedByName() {
        assertThatThrownBy(() -> BayConfig.read(directory.resolve("none.toml"))).isInstanceOf(BayConfigException.class)
                .hasMessageContaining("none.toml");
    }

    @Test
    void tokenOfADashboard_isNotPrinted() {
        assertThat(new DashboardConfig(URI.create("http://b:1"), "s3cret", "x", "y", true).toString())
                .doesNotContain("s3cret");
    }
}
