package org.terminal30.hardware.signal;

import java.util.Objects;

/** What the bay shows and sounds until something else is wanted. */
public record Indication(Light green, Light amber, Light red, Tone tone) {
    /** Nothing to say. */
    public static final Indication DARK = new Indication(Light.OFF, Light.OFF, Light.OFF, Tone.SILENT);

    public Indication {
        Objects.requireNonNull(green);
        Objects.requireNonNull(amber);
        Objects.requireNonNull(red);
        Objects.requireNonNull(tone);
    }

    /** The same, from somebody who has not been heard of since: what alarmed goes on, and nothing is well any more. */
    Indication grownOld() {
        return new Indication(Light.OFF, amber.or(Light.STEADY), red, tone);
    }
}
