package org.terminal30.agent.alarm;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;

/**
 * An alarm as it stands. Times are those of the owner of the board.
 *
 * @param sequence number of the alarm in the life of its board, from 1; its identity
 * @param channel where the condition is
 * @param cause what it is about; escalation changes it
 * @param state where it is in its life
 * @param condition whether the condition is present
 * @param timing when all this was
 * @param shelf who put it away, why and for how long; null unless it is shelved
 * @param revision 1 for the first state, one more for each transition
 */
public record Alarm(
        long sequence,
        Channel channel,
        Cause cause,
        AlarmState state,
        boolean condition,
        Timing timing,
        @Nullable Shelf shelf,
        int revision) {

    /**
     * The times of an alarm.
     *
     * @param raisedNanos first transition
     * @param changedNanos last transition
     * @param silencedUntilNanos end of the silence, 0 when it is not silenced
     */
    public record Timing(long raisedNanos, long changedNanos, long silencedUntilNanos) {
        Timing changed(long atNanos) {
            return new Timing(raisedNanos, atNanos, silencedUntilNanos);
        }

        Timing silencedUntil(long untilNanos) {
            return new Timing(raisedNanos, changedNanos, untilNanos);
        }
    }

    public Alarm {
        if ((shelf != null) != (state == AlarmState.SHELVED)) {
            throw new IllegalArgumentException("an alarm in %s has the shelf %s".formatted(state, shelf));
        }
    }

    static Alarm raised(long sequence, Condition condition, AlarmState state, long nowNanos) {
        return new Alarm(sequence, condition.channel(), condition.cause(), state, true,
                new Timing(nowNanos, nowNanos, 0),
                null, 1);
    }

    /** Whether the buzzer should be on because of it. */
    public boolean sounds() {
        return state.wantsAnswer() && timing.silencedUntilNanos() == 0;
    }

    int severity() {
        return cause.severity();
    }

    /** The next revision, in another state and off the shelf. An alarm that nobody has to answer is not silenced. */
    Alarm to(AlarmState next, boolean present, long atNanos) {
        Timing when = timing.changed(atNanos);
        return new Alarm(sequence, channel, cause, next, present, next.wantsAnswer() ? when : when.silencedUntil(0),
                null,
                revision + 1);
    }

    /** The next revision, which differs in the presence of its condition or in its cause. */
    Alarm as(boolean present, long atNanos) {
        return new Alarm(sequence, channel, cause, state, present, timing.changed(atNanos), shelf, revision + 1);
    }

    /** The next revision, put away. */
    Alarm shelved(Shelf away, long atNanos) {
        return new Alarm(sequence, channel, cause, AlarmState.SHELVED, condition,
                timing.changed(atNanos).silencedUntil(0), away, revision + 1);
    }

    /** The next revision, quiet until then; 0 for loud again. */
    Alarm silenced(long untilNanos, long atNanos) {
        return new Alarm(sequence, channel, cause, state, condition, timing.changed(atNanos).silencedUntil(untilNanos),
                shelf, revision + 1);
    }

    /** The same revision without its silence: a rise sounds at once. */
    Alarm loud() {
        return new Alarm(sequence, channel, cause, state, condition, timing.silencedUntil(0), shelf, revision);
    }

    /** The same revision for another cause. */
    Alarm about(Cause other) {
        return new Alarm(sequence, channel, other, state, condition, timing, shelf, revision);
    }
}
