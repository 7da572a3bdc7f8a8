package org.terminal30.agent.battery;

/** What a step of a check comes to (rule B7). */
public enum Verdict {
    PASS("pass"),
    UNDERCHARGING("undercharging"),
    OVERCHARGING("overcharging"),
    /** More of it than the diodes of a good alternator leave. */
    RIPPLE("ripple"),
    WEAK_BATTERY("weak-battery"),
    POOR_CONNECTION("poor-connection"),
    /** Not measured, or what was measured has more than one explanation. Never shown as good. */
    INSUFFICIENT_DATA("insufficient-data");

    private final String wireName;

    Verdict(String wireName) {
        this.wireName = wireName;
    }

    /** The word on the screen, on the wire and in the output of {@code analyse}. */
    public String wireName() {
        return wireName;
    }
}
