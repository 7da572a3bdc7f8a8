package org.terminal30.dashboard.workshop;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A radio found locked.
 *
 * @param from earliest moment at which it can have locked
 * @param to latest such moment; the same when it is known exactly
 * @param display what the radio showed: {@code CODE WAIT LOCKED ERROR OTHER}
 * @param before what was done when it locked, one of {@link Locks#BEFORE}; null when nobody said
 */
@Serdeable
public record Lock(
        long id,
        long vehicle,
        Instant from,
        Instant to,
        String display,
        @Nullable String before,
        @Nullable String note,
        String enteredBy,
        Instant enteredAt) {}
