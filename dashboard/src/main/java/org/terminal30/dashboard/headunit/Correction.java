package org.terminal30.dashboard.headunit;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A stay that was entered wrong and taken back.
 *
 * @param plate of the car that it named
 * @param enteredBy who had entered it
 */
@Serdeable
public record Correction(String plate, @Nullable String fittedOn, @Nullable String removedOn, String enteredBy,
        String why, String by, Instant at) {}
