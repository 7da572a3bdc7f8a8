package org.terminal30.agent.bay;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.source.Sources;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.VoltageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A profile of the standards reaches the bay through the driver of the chip. */
class PlayedProfileTest {
    private static final int MOST_POLLS = 2_000;

    @TempDir
    private Path directory;

    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    @Test
    void profile_isMeasuredFromItsRestToItsLowest() throws Exception {
        Path file = Files.writeString(directory.resolve("bay.toml"), """
                site = "main"
                bay = "1"
                state = "state"
                [source]
                type = "waveform"
                profile = "iso16750-momentary-drop"
                rest_volts = 12.6
                pause_seconds = 0.1
                """);
        try (VoltageSource source = Sources.open(BayConfig.read(file), PinHeader.ofThisMachine(), System::nanoTime)) {
            for (int i = 0; i < MOST_POLLS && lowest > 5; i++) {
                source.poll(block -> {
                    for (int k = 0; k < block.size(); k++) {
                        lowest = Math.min(lowest, block.valueAt(k));
                        highest = Math.max(highest, block.valueAt(k));
                    }
                });
            }
        }
        assertThat(lowest).isBetween(4.4, 5.0);
        assertThat(highest).isBetween(12.55, 12.65);
    }
}
