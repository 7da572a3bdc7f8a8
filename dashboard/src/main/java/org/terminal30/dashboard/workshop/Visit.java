package org.terminal30.dashboard.workshop;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A job of a vehicle with what was measured in it.
 *
 * @param job its id
 * @param lowestVolts lowest sample of the on-board channel; null when nothing was measured
 * @param longestBreakMillis longest interruption of what the radio lives on; 0 when there was none
 * @param events supply events that began in it
 */
@Serdeable
public record Visit(
        String job,
        String kind,
        String state,
        String bay,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Double lowestVolts,
        double longestBreakMillis,
        int alarms,
        int events) {}
