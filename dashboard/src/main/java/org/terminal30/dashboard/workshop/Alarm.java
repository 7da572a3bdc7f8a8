package org.terminal30.dashboard.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.alarm.AlarmRules;
import org.terminal30.agent.alarm.AlarmState;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.job.Phase;
import org.terminal30.agent.wire.BayId;

/**
 * An alarm as it stands: its transition of the highest revision.
 *
 * @param state the wire names, after ISA-18.2
 * @param condition whether the condition is present
 * @param silencedUntil null when it sounds
 * @param acknowledgedBy who took note; null when nobody has, or the measurement took it back
 * @param count how often a chattering condition has come and gone, 0 when it does not chatter
 * @param phase of the bay at the transition; null when the bay did not say
 * @param shelf null unless it is shelved
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
        int revision,
        int count,
        @Nullable String phase,
        @Nullable Shelf shelf) {

    private static final AlarmRules RULES = new AlarmRules();

    /** Who put the alarm away, until when and why; {@code by} is null when nobody had to log in. */
    @Serdeable
    public record Shelf(Instant until, @Nullable String by, String why) {}

    /** What the bay accepts as the alarm stands. The bay decides; this is for buttons. */
    public List<String> actions() {
        List<String> actions = new ArrayList<>();
        if (wantsAnswer(state)) {
            actions.add("acknowledge");
            if (silencedUntil == null) {
                actions.add("silence");
            }
        }
        if (is(AlarmState.LATCHED_ACKNOWLEDGED)) {
            actions.add("reset");
        }
        if (mayBeShelved()) {
            actions.add("shelve");
        }
        if (is(AlarmState.SHELVED)) {
            actions.add("unshelve");
        }
        return List.copyOf(actions);
    }

    private boolean mayBeShelved() {
        Optional<EventKind> known = EventKind.ofWireName(kind);
        Optional<Phase> then = Optional.ofNullable(phase).flatMap(Phase::ofWireName);
        boolean forbidden = known.isPresent() && then.isPresent() && !RULES.mayBeShelved(then.get(), known.get());
        return (wantsAnswer(state) || is(AlarmState.ACKNOWLEDGED)) && !forbidden;
    }

    private boolean is(AlarmState other) {
        return state.equals(other.wireName());
    }

    /** Whether somebody has to acknowledge an alarm in this state. */
    private static boolean wantsAnswer(String state) {
        return Arrays.stream(AlarmState.values()).anyMatch(
                known -> known.wantsAnswer() && known.wireName().equals(state));
    }
}
