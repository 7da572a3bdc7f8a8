package org.terminal30.dashboard.workshop;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What a person found out about the radio and what feeds it, by looking or with a meter.
 *
 * @param subject one of {@link Inspections#FINDINGS}
 * @param found one of the words of that subject
 * @param milliamperes of the quiescent load; null for everything else
 */
@Serdeable
public record Inspection(
        long id,
        long vehicle,
        String subject,
        String found,
        @Nullable Double milliamperes,
        @Nullable String note,
        String enteredBy,
        Instant enteredAt) {}
