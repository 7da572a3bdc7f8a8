package org.terminal30.agent.job.swap;

/** What the first gate asks (rule B6, a to d). */
public enum Criterion {
    /** The saver has its voltage, and had it before it was connected. */
    ALIVE("alive"),
    /** The saver's lead is on the car's network. */
    ON_THE_CAR("on-the-car"),
    /** The saver can carry what the car draws. */
    ENOUGH("enough"),
    /** The saver's current reaches the car. */
    DELIVERS("delivers");

    private final String wireName;

    Criterion(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
