package org.terminal30.agent.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.serial.SerialTextSettings;

/** What the bay measures with: the section {@code [source]}. */
public sealed interface SourceConfig {
    /** The channels that it delivers, at least one, in the order of the file. */
    List<Channel> channels();

    /** What it is, for people. */
    String description();

    /**
     * A front-end that sends text lines on a serial port.
     *
     * @param port device path; a path under {@code /dev/serial/by-id} survives plugging
     * @param rateHertz lines per second that the front-end means to send
     */
    record Serial(String port, int baud, double rateHertz, List<Channel> channels) implements SourceConfig {
        static final int DEFAULT_BAUD = SerialTextSettings.DEFAULT_BAUD;
        static final double DEFAULT_RATE_HERTZ = SerialTextSettings.DEFAULT_RATE_HERTZ;

        @Override
        public String description() {
            return "serial " + port;
        }
    }

    /**
     * ADS1115 converters on one I²C bus.
     *
     * @param bus number of the bus, 1 for {@code /dev/i2c-1}
     */
    record Ads1115(int bus, List<Input> inputs) implements SourceConfig {
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

    /**
     * A recorded trace, played at its own speed.
     *
     * @param columns the column of each channel
     * @param timeColumn the column of the time; null for that of a known logger
     * @param loop whether it begins again at its end
     */
    record Replay(Path file, Map<Channel, String> columns, @Nullable String timeColumn, boolean loop)
            implements
                SourceConfig {
        @Override
        public List<Channel> channels() {
            return List.copyOf(columns.keySet());
        }

        @Override
        public String description() {
            return "recording " + file.getFileName();
        }
    }

    /**
     * A simulated car behind simulated chips.
     *
     * @param scenario what happens to the car
     * @param seed of the noise
     */
    record Simulated(String scenario, long seed) implements SourceConfig {
        /** The scenario there is: a battery is swapped, and the backup slips, again and again. */
        public static final String BATTERY_SWAP = "battery-swap";

        @Override
        public List<Channel> channels() {
            return List.of(Channel.ONBOARD, Channel.BACKUP);
        }

        @Override
        public String description() {
            return "simulated car, " + scenario;
        }
    }

    /**
     * A waveform of the standards behind a simulated chip, over and over.
     *
     * @param profile id of the profile
     * @param restVolts the level that the profile begins with is put here; null to leave it as the standard has it
     * @param pauseSeconds at that level before each time
     * @param seed of the noise
     */
    record Played(String profile, @Nullable Double restVolts, double pauseSeconds, long seed) implements SourceConfig {
        static final double DEFAULT_PAUSE_SECONDS = 5;

        @Override
        public List<Channel> channels() {
            return List.of(Channel.ONBOARD);
        }

        @Override
        public String description() {
            return "waveform " + profile;
        }
    }
}
