package org.terminal30.dashboard.live;

import java.time.Instant;
import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * An alarm as browsers see it, with what its supply event has measured so far.
 *
 * @param openSince start of the event; of the alarm when there is no event
 * @param actions what can be ordered now: {@code acknowledge silence reset}
 */
@Serdeable
public record AlarmView(
        String id,
        String bay,
        String channel,
        String kind,
        String priority,
        String state,
        boolean condition,
        Instant raisedAt,
        Instant changedAt,
        @Nullable String event,
        @Nullable String job,
        @Nullable Instant silencedUntil,
        @Nullable String acknowledgedBy,
        int revision,
        @Nullable Double minVolts,
        Instant openSince,
        double durationMillis,
        List<String> actions) {}
