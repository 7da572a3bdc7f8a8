package org.terminal30.dashboard.history;

import java.time.Instant;
import java.util.Optional;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The housekeeping of a store that keeps its levels by itself, on this machine. Other stores do without. Safe for any thread. */
public interface Upkeep {
    /**
     * What counts now.
     *
     * @param configured whether the configuration says so, which nobody can change here
     * @param enteredBy null when nobody has changed the defaults
     */
    @Serdeable
    record Rule(KeepTimes keep, boolean configured, @Nullable String enteredBy, @Nullable Instant enteredAt) {}

    Rule rule();

    /**
     * From now on these count. What is too old goes in the background.
     *
     * @throws IllegalStateException when the configuration says how long
     */
    Rule keep(KeepTimes times, String by);

    /** What the store takes, as measured by the last round of upkeep; empty before the first. */
    Optional<StoreSize> size();
}
