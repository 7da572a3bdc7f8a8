package org.terminal30.dashboard.live;

import java.time.Instant;
import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.workshop.Alarm;

/**
 * An alarm as browsers see it, with what its supply event has measured so far.
 *
 * @param openSince start of the event; of the alarm when there is no event
 * @param reason of the event, such as {@code lead-off}
 * @param count how often a chattering condition has come and gone, 0 when it does not chatter
 * @param phase of the bay at the last transition
 * @param shelf who put it away, until when and why; null unless it is shelved
 * @param actions what can be ordered now: {@code acknowledge silence reset shelve unshelve}
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
        @Nullable String reason,
        int count,
        @Nullable String phase,
        Alarm.@Nullable Shelf shelf,
        List<String> actions) {}
