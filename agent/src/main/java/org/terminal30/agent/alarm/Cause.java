package org.terminal30.agent.alarm;

import org.terminal30.agent.detect.EventKind;

/**
 * What an alarm is about.
 *
 * @param kind what the condition is; of a chattering one, what comes and goes
 * @param priority how urgent it is
 * @param latching whether the alarm stays after its condition went, until it is reset
 * @param eventSequence the supply event behind it
 * @param count how often a chattering condition has come and gone; 0 when it does not chatter
 */
public record Cause(EventKind kind, Priority priority, boolean latching, long eventSequence, int count) {
    private static final int RANKS = 4;

    /**
     * Orders the conditions of one place: a higher one is a rise. Kind before priority: low, critical, feed-lost, interruption;
     * a kind by itself rises with its priority. What is status only lies below all that sounds.
     */
    public int severity() {
        int rank = switch (kind) {
            case INTERRUPTION -> RANKS - 1;
            case FEED_LOST -> 2;
            case CRITICAL -> 1;
            default -> 0;
        };
        return priority == Priority.STATUS ? rank - RANKS : 2 * rank + (priority == Priority.CRITICAL ? 1 : 0);
    }

    /** Whether nothing sounds because of it. */
    public boolean isStatus() {
        return priority == Priority.STATUS;
    }

    /** The same, staying until it is reset if it does or {@code latches}. */
    Cause latchedIf(boolean latches) {
        return new Cause(kind, priority, latching || latches, eventSequence, count);
    }
}
