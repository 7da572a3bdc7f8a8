package org.terminal30.hardware.waveform;

import java.time.Duration;

/**
 * A waveform that a standard names.
 *
 * @param id short and stable, for the command line and configuration files: a-z, 0-9, hyphens
 * @param title the standard and its words
 * @param family what it is about
 * @param provenance where the figures come from
 * @param cycle the waveform once, as the standard draws it
 * @param cycles how often the standard repeats it
 */
public record Profile(String id, String title, Family family, Provenance provenance, Waveform cycle, int cycles) {
    /** What happens to the supply. */
    public enum Family {
        /** The starter pulls the voltage down while the engine turns. */
        START,
        /** The supply is gone for a while. */
        INTERRUPTION,
        /** The supply stands at, or goes slowly through, levels that it should not have. */
        LEVEL,
        /** More than the network should have. */
        OVERVOLTAGE,
        /** What inductive loads and switches leave on the lines. */
        PULSE
    }

    public Profile {
        if (!id.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("id is %s, must be of a-z 0-9 -".formatted(id));
        }
        if (cycles < 1) {
            throw new IllegalArgumentException("cycles of %s is %d, must be at least 1".formatted(id, cycles));
        }
    }

    /** All cycles, one after the other. */
    public Waveform waveform() {
        return cycle.repeated(cycles, Duration.ZERO);
    }
}
