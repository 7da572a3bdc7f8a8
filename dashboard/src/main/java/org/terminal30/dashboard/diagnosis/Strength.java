package org.terminal30.dashboard.diagnosis;

/** How much an argument weighs. Named, not counted in per cent: nobody has published how often which cause is to blame. */
public enum Strength {
    /** Seen in the act: fault and lock together, more than once. */
    DECISIVE("decisive"),
    /** Would make a mechanic look there first. */
    STRONG("strong"),
    /** Fits, and fits other causes as well. */
    WEAK("weak"),
    /** Would not be so if this were the cause. */
    AGAINST("against");

    private final String wireName;

    Strength(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the REST interface. */
    public String wireName() {
        return wireName;
    }
}
