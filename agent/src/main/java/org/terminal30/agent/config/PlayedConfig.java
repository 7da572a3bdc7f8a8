package org.terminal30.agent.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;

/** What is played instead of measured: recordings, the simulated car, waveforms of the standards. */
public sealed interface PlayedConfig extends SourceConfig {
    /**
     * A recorded trace, played at its own speed.
     *
     * @param columns the column of each channel
     * @param timeColumn the column of the time; null for that of a known logger
     * @param loop whether it begins again at its end
     */
    record Replay(Path file, Map<Channel, String> columns, @Nullable String timeColumn, boolean loop)
            implements
                PlayedConfig {
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
    record Simulated(String scenario, long seed) implements PlayedConfig {
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
    record Played(String profile, @Nullable Double restVolts, double pauseSeconds, long seed) implements PlayedConfig {
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
