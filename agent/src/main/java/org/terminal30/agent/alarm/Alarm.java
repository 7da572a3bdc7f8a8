package org.terminal30.agent.alarm;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.hardware.sample.Channel;

/**
 * An alarm as it stands. Times are those of the owner of the board.
 *
 * @param sequence number of the alarm in the life of its board, from 1; its identity
 * @param channel where the condition is
 * @param kind what the condition is; escalation changes it
 * @param priority how urgent it is
 * @param latching whether it stays after its condition went, until it is reset
 * @param state where it is in its life
 * @param condition whether the condition is present
 * @param eventSequence the supply event behind it
 * @param raisedNanos first transition
 * @param changedNanos this transition
 * @param silencedUntilNanos end of the silence, 0 when it is not silenced
 * @param revision 1 for the first state, one more for each transition
 */
public record Alarm(
        long sequence,
        Channel channel,
        EventKind kind,
        Priority priority,
        boolean latching,
        AlarmState state,
        boolean condition,
        long eventSequence,
        long raisedNanos,
        long changedNanos,
        long silencedUntilNanos,
        int revision) {

    /** Whether the buzzer should be on because of it. */
    public boolean sounds() {
        return state.wantsAnswer() && silencedUntilNanos == 0;
    }

    /** The next revision, in another state. An alarm that nobody has to answer is not silenced. */
    Alarm to(AlarmState next, boolean present, long atNanos) {
        return new Alarm(sequence, channel, kind, priority, latching, next, present, eventSequence, raisedNanos,
                atNanos,
                next.wantsAnswer() ? silencedUntilNanos : 0, revision + 1);
    }

    /** The same revision without its silence: a rise sounds at once. */
    Alarm loud() {
        return new Alarm(sequence, channel, kind, priority, latching, state, condition, eventSequence, raisedNanos,
                changedNanos, 0, revision);
    }

    Alarm silenced(long untilNanos, long atNanos) {
        return new Alarm(sequence, channel, kind, priority, latching, state, condition, eventSequence, raisedNanos,
                atNanos, untilNanos, revision + 1);
    }

    /** The same revision for another condition. */
    Alarm about(Condition other, boolean latches) {
        return new Alarm(sequence, channel, other.event().kind(), other.priority(), latches, state, condition,
                other.event().sequence(), raisedNanos, changedNanos, silencedUntilNanos, revision);
    }

    /** Orders the conditions of one channel: a higher one is a rise. */
    int severity() {
        return Condition.severity(kind, priority);
    }
}
