package org.terminal30.hardware.waveform;

/** How far the figures of a profile can be trusted. */
public enum Provenance {
    /** Read in a public source. */
    VERIFIED("V", "read in a public source"),
    /** Transcribed from a public library of automotive test sequences. */
    TRANSCRIBED("L", "transcribed from a public library of test sequences"),
    /** Background knowledge: check it against the standard before relying on it. */
    BACKGROUND("B", "background knowledge, to be checked against the standard");

    private final String letter;
    private final String words;

    Provenance(String letter, String words) {
        this.letter = letter;
        this.words = words;
    }

    public String letter() {
        return letter;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
