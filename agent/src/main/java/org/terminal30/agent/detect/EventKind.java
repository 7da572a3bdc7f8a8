package org.terminal30.agent.detect;

import java.util.Arrays;
import java.util.Optional;

/** What kind of record was made of the supply (rule B3). */
public enum EventKind {
    LOW("low"),
    CRITICAL("critical"),
    DIP("dip"),
    INTERRUPTION("interruption"),
    FEED_LOST("feed-lost"),
    SURGE("surge"),
    REVERSED("reversed"),
    BACKUP_LOST("backup-lost"),
    CRANKING("cranking"),
    NOT_WATCHING("not-watching"),
    /** Samples that the device took and nobody got, fewer than make {@link #NOT_WATCHING}. */
    GAP("gap"),
    CHATTERING("chattering");

    private final String wireName;

    EventKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in the output of {@code analyse}. */
    public String wireName() {
        return wireName;
    }

    /** Whether a supply was gone, or the wrong way round, for whatever hangs on it. */
    public boolean isBreak() {
        return this == INTERRUPTION || this == FEED_LOST || this == REVERSED;
    }

    /** Whether nobody knows what the supply did. */
    public boolean isBlind() {
        return this == NOT_WATCHING || this == GAP;
    }

    /** The kind of a wire name; empty when there is none of that name. */
    public static Optional<EventKind> ofWireName(String name) {
        return Arrays.stream(values()).filter(kind -> kind.wireName.equals(name)).findFirst();
    }
}
