package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A radio that was found locked, as the technician entered it.
 *
 * @param from earliest moment at which it can have locked
 * @param to latest such moment; the same when the moment is known
 */
public record LockSeen(Instant from, Instant to, Before before) {
    /** A lock is noticed after what caused it, and people round to five minutes. */
    private static final Duration BEFORE_IT = Duration.ofMinutes(10);
    private static final Duration AFTER_IT = Duration.ofMinutes(5);
    private static final Duration NARROW = Duration.ofMinutes(30);

    /** What was done when it locked. */
    public enum Before {
        IGNITION_ON("ignition-on"),
        ENGINE_START("engine-start"),
        DRIVING("driving"),
        PARKED("parked"),
        /** The battery was off, or somebody worked on the wiring: that explains a lock by itself (S1, S3). */
        BATTERY_WORK("battery-work"),
        /** The firmware was updated: so does that (S1, S4). */
        UPDATE("update"),
        UNKNOWN("other");

        private final String wireName;

        Before(String wireName) {
            this.wireName = wireName;
        }

        /** The value of a word that the workshop keeps; {@link #UNKNOWN} for any other. */
        public static Before ofWireName(@Nullable String name) {
            return Arrays.stream(values()).filter(value -> value.wireName.equals(name)).findFirst().orElse(UNKNOWN);
        }
    }

    /** Whether nothing that was done explains it. */
    boolean isUnexplained() {
        return before != Before.BATTERY_WORK && before != Before.UPDATE;
    }

    /** Earliest moment of what can have caused it. */
    Instant earliest() {
        return from.minus(BEFORE_IT);
    }

    /** Latest moment of what can have caused it. */
    Instant latest() {
        return to.plus(AFTER_IT);
    }

    /** Whether its time is known so well that something at the same time is no coincidence. */
    boolean isNarrow() {
        return Duration.between(from, to).compareTo(NARROW) <= 0;
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(earliest()) && !moment.isAfter(latest());
    }

    boolean touches(Instant begin, Instant end) {
        return !begin.isAfter(latest()) && !end.isBefore(earliest());
    }
}
