package org.terminal30.dashboard.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.alarm.AlarmState;
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

    /** What the bay accepts as the alarm stands. The bay decides; this is for buttons. */
    public List<String> actions() {
        List<String> actions = new ArrayList<>();
        if (wantsAnswer(state)) {
            actions.add("acknowledge");
            if (silencedUntil == null) {
                actions.add("silence");
            }
        }
        if (state.equals(AlarmState.LATCHED_ACKNOWLEDGED.wireName())) {
            actions.add("reset");
        }
        return List.copyOf(actions);
    }

    /** Whether somebody has to acknowledge an alarm in this state. */
    static boolean wantsAnswer(String state) {
        return Arrays.stream(AlarmState.values()).anyMatch(
                known -> known.wantsAnswer() && known.wireName().equals(state));
    }
}
