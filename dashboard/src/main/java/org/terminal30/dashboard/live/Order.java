package org.terminal30.dashboard.live;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants a bay to do, as it goes over the wire ({@code docs/wire.md}).
 *
 * @param expectedRevision of the job or alarm as the person saw it; 0 for a new job
 * @param expiresAt the bay does nothing after this
 * @param who asked for it
 */
@Serdeable
public record Order(
        String id,
        String action,
        int expectedRevision,
        Instant expiresAt,
        String who,
        @Nullable String kind,
        @Nullable String vehicle,
        @Nullable String job,
        @Nullable String alarm,
        @Nullable Integer minutes,
        @Nullable String why) {}
