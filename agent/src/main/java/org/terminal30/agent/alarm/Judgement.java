package org.terminal30.agent.alarm;

import org.jspecify.annotations.Nullable;

/** The next state of an alarm, without its history: what a condition, a fall, an answer or a waking makes of it. */
final class Judgement {
    private Judgement() {
    }

    /** A condition worse than the one that the alarm was about: it sounds at once, shelved or silenced or not. */
    static Alarm risen(Alarm now, Condition worst, long nowNanos) {
        AlarmState next = worst.isStatus() ? now.state() : AlarmState.UNACKNOWLEDGED;
        return about(now, worst).to(next, true, nowNanos).loud();
    }

    /** The condition is gone. {@code anew}: because of the phase or the vehicle, so nobody missed it. */
    static Alarm left(Alarm now, boolean anew, long nowNanos) {
        boolean answered = !now.state().wantsAnswer();
        AlarmState next = now.cause().latching()
                ? answered ? AlarmState.LATCHED_ACKNOWLEDGED : AlarmState.LATCHED_UNACKNOWLEDGED
                : answered || anew ? AlarmState.NORMAL : AlarmState.RETURNED_UNACKNOWLEDGED;
        return now.to(next, false, nowNanos);
    }

    /** Off the shelf. One that latches has to be looked at, whenever it happened. */
    static Alarm woken(Alarm now, @Nullable Condition worst, long nowNanos) {
        boolean latches = now.cause().latching();
        if (worst != null && !worst.isStatus() && !(latches && worst.severity() < now.severity())) {
            return about(now, worst).to(AlarmState.UNACKNOWLEDGED, true, nowNanos);
        }
        if (latches) {
            return now.to(AlarmState.LATCHED_UNACKNOWLEDGED, false, nowNanos);
        }
        return worst == null
                ? now.to(AlarmState.NORMAL, false, nowNanos)
                : now.about(worst.cause()).to(AlarmState.SUPPRESSED, true, nowNanos);
    }

    static Alarm acknowledged(Alarm now, long nowNanos) {
        AlarmState next = switch (now.state()) {
            case UNACKNOWLEDGED -> AlarmState.ACKNOWLEDGED;
            case LATCHED_UNACKNOWLEDGED -> AlarmState.LATCHED_ACKNOWLEDGED;
            default -> AlarmState.NORMAL;
        };
        return now.to(next, now.condition(), nowNanos);
    }

    /** The end of a latched alarm, or its fall to the lower condition that is still present. */
    static Alarm reset(Alarm now, @Nullable Condition remaining, long nowNanos) {
        if (remaining == null) {
            return now.to(AlarmState.NORMAL, false, nowNanos);
        }
        AlarmState next = remaining.isStatus() ? AlarmState.SUPPRESSED : AlarmState.ACKNOWLEDGED;
        return now.about(remaining.cause()).to(next, true, nowNanos);
    }

    /** The same revision about another condition, latched if either is. */
    static Alarm about(Alarm now, Condition other) {
        return now.about(other.cause().latchedIf(now.cause().latching()));
    }
}
