package org.terminal30.agent.job.swap;

/** What the first gate asks (rule B6, a to d). */
enum Criterion {
    /** The saver has its voltage, and had it before it was connected. */
    ALIVE("alive", "V"),
    /** The saver's lead is on the car's network. */
    ON_THE_CAR("on-the-car", "V"),
    /** The saver can carry what the car draws. */
    ENOUGH("enough", "A"),
    /** The saver's current reaches the car. */
    DELIVERS("delivers", "A");

    private final String wireName;
    private final String unit;

    Criterion(String wireName, String unit) {
        this.wireName = wireName;
        this.unit = unit;
    }

    String wireName() {
        return wireName;
    }

    /** Of its figures. */
    String unit() {
        return unit;
    }
}
