package org.terminal30.dashboard.diagnosis;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How likely the radio is to lock when somebody works on the supply, in words; for before anybody touches a clamp.
 *
 * @param reasons the gravest first; of {@link Level#UNKNOWN} what is missing
 */
public record LockRisk(Level level, List<Reason> reasons) {
    public LockRisk {
        reasons = List.copyOf(reasons);
    }

    /** In order of gravity. */
    public enum Level {
        HIGH("high"),
        RAISED("raised"),
        /** Not the same as none. */
        NONE_SEEN("none-seen"),
        /** Too little was measured to say even that. */
        UNKNOWN("unknown");

        private final String wireName;

        Level(String wireName) {
            this.wireName = wireName;
        }

        /** The name in the REST interface. */
        public String wireName() {
            return wireName;
        }
    }

    /**
     * Why.
     *
     * @param level that it would make alone
     * @param at when, or when last; null when it has no one moment
     */
    public record Reason(Level level, String words, @Nullable Instant at, String source) {}
}
