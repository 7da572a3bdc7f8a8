package org.terminal30.agent.job;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The procedures that a bay can carry out. */
public enum JobKind {
    /** Watching the supply, no steps. */
    WATCH("watch"),
    /** Changing the battery while a saver keeps the memories. */
    BATTERY_SWAP("battery-swap"),
    /** Typing in the radio's code, and waiting out its lockout. */
    CODE_ENTRY("code-entry"),
    /** Watching a car for weeks, with nobody there, for why its radio locks. */
    RELOCK_WATCH("relock-watch"),
    /** Judging battery and alternator, step by step. */
    ALTERNATOR_CHECK("alternator-check");

    private final String wireName;

    JobKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** The kind of a wire name; empty when there is none of that name. */
    public static Optional<JobKind> ofWireName(String name) {
        return Arrays.stream(values()).filter(kind -> kind.wireName.equals(name)).findFirst();
    }

    /** All wire names, for messages that say what would have been right. */
    static String wireNames() {
        return Arrays.stream(values()).map(JobKind::wireName).collect(Collectors.joining(" "));
    }
}
