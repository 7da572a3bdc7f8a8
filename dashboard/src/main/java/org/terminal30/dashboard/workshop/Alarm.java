package org.terminal30.dashboard.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.BayId;

/**
 * An alarm as it stands: its transition of the highest revision.
 *
 * @param state the wire names, after ISA-18.2
 * @param condition whether the condition is present
 * @param silencedUntil null when it sounds
 * @param acknowledgedBy who took note; null when nobody has, or the measurement took it back
 */
public record Alarm(
        String id,
        BayId bay,
        String channel,
        String kind,
        String priority,
        String state,
        boolean condition,
        Instant raisedAt,
        Instant changedAt,
        @Nullable Instant silencedUntil,
        @Nullable String event,
        @Nullable String job,
        @Nullable String acknowledgedBy,
        int revision) {

    /** What the bay would accept now. The bay decides; this is for buttons. */
    public List<String> actions(Instant now) {
        List<String> actions = new ArrayList<>();
        boolean unacknowledged = state.endsWith("unacknowledged");
        if (unacknowledged) {
            actions.add("acknowledge");
            if (silencedUntil == null || !silencedUntil.isAfter(now)) {
                actions.add("silence");
            }
        }
        if (state.equals("latched-acknowledged") && !condition) {
            actions.add("reset");
        }
        return List.copyOf(actions);
    }
}
