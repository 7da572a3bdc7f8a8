package org.terminal30.dashboard.profile;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * One wait of a lockout.
 *
 * @param minMinutes shortest length; null when it is permanent
 * @param maxMinutes longest length; null when nobody says how long at most, or when it is permanent
 */
@Serdeable
public record LockoutStep(@Nullable Integer minMinutes, @Nullable Integer maxMinutes) {
    /** Only a dealer ends it. */
    public static final LockoutStep PERMANENT = new LockoutStep(null, null);

    public boolean permanent() {
        return minMinutes == null;
    }
}
