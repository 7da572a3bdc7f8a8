package org.terminal30.agent.alarm;

/** How urgently an alarm wants an answer. */
public enum Priority {
    /** Shown and never heard: the phase has no use for an answer. */
    STATUS("status"),
    WARNING("warning"),
    CRITICAL("critical");

    private final String wireName;

    Priority(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
