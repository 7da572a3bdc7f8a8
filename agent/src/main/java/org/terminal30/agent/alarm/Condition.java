package org.terminal30.agent.alarm;

import org.terminal30.hardware.sample.Channel;

/**
 * An open supply event as the present phase judges it.
 *
 * @param sinceNanos since when the board knows of the event
 * @param raises whether it may begin an alarm; what the phase does not mention only keeps one that is there
 */
record Condition(Channel channel, Cause cause, boolean raises, long sinceNanos) {

    int severity() {
        return cause.severity();
    }

    boolean isStatus() {
        return cause.isStatus();
    }
}
