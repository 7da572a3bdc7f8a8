package org.terminal30.agent.job;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import static org.terminal30.agent.detect.Bounds.within;

/**
 * How long a head unit makes one wait, lockout after lockout.
 *
 * @param codesPerWait refused codes that lead to the next lockout
 * @param waits the lockouts in their order, at least one; the last repeats
 */
public record Lockouts(int codesPerWait, List<Wait> waits) {
    /** More than anybody knows of. */
    private static final int MOST_WAITS = 10;
    private static final int MOST_CODES = 20;
    private static final int YEAR_MINUTES = 366 * 24 * 60;

    /**
     * One lockout.
     *
     * @param minMinutes shortest length; null when only a dealer ends it
     * @param maxMinutes longest length; null when nobody says how long at most, or when only a dealer ends it
     */
    public record Wait(@Nullable Integer minMinutes, @Nullable Integer maxMinutes) {
        public Wait {
            if (minMinutes != null) {
                within("lockout.minMinutes", minMinutes, 1, YEAR_MINUTES);
            }
            if (maxMinutes != null) {
                within("lockout.maxMinutes", maxMinutes, minMinutes == null ? 1 : minMinutes, YEAR_MINUTES);
            }
        }

        public boolean isPermanent() {
            return minMinutes == null;
        }
    }

    public Lockouts {
        within("lockout.codesPerWait", codesPerWait, 1, MOST_CODES);
        within("lockout.waits", waits.size(), 1, MOST_WAITS);
        waits = List.copyOf(waits);
    }

    /** The lockout that follows this refused code, counted from 1; empty when the head unit lets one try again at once. */
    public Optional<Wait> after(int refused) {
        if (refused < 1 || refused % codesPerWait != 0) {
            return Optional.empty();
        }
        return Optional.of(waits.get(Math.min(refused / codesPerWait, waits.size()) - 1));
    }
}
