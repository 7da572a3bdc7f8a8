package org.terminal30.agent.alarm;

import java.util.Optional;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The life of the alarms of one place, one after the other. An alarm that was acknowledged and is over is kept for
 * {@link AlarmBoard#REPEAT_NANOS}, so that a repeat is not a new notification.
 */
final class AlarmSlot {
    private final AlarmListener listener;
    private @Nullable Alarm alarm;
    private long returnedNanos;
    private boolean repeatable;

    AlarmSlot(AlarmListener listener) {
        this.listener = listener;
    }

    void restore(Alarm stored) {
        alarm = stored;
    }

    /** The alarm that is not over. */
    Optional<Alarm> present() {
        return Optional.ofNullable(alarm).filter(now -> now.state() != AlarmState.NORMAL);
    }

    /** Brings the alarm into the state that the worst present condition asks for. */
    void settle(@Nullable Condition worst, boolean suppressed, LongSupplier numbers, long nowNanos) {
        Alarm now = present().orElse(null);
        if (now == null) {
            if (worst != null) {
                raise(worst, numbers, nowNanos);
            }
        } else if (worst == null || (now.latching() && worst.severity() < now.severity())) {
            leave(now, suppressed, nowNanos);
        } else if (worst.severity() > now.severity()) {
            boolean latches = now.latching() || worst.rule().latching();
            change(now.about(worst, latches).to(AlarmState.UNACKNOWLEDGED, true, nowNanos).loud(), null);
        } else if (!now.condition()) {
            change(now.about(worst, now.latching()).to(again(now, nowNanos), true, nowNanos), null);
        } else if (worst.severity() < now.severity()) {
            change(now.about(worst, false).to(now.state(), true, nowNanos), null);
        }
    }

    private void raise(Condition worst, LongSupplier numbers, long nowNanos) {
        Alarm last = alarm;
        if (last != null && repeatable && isRepeat(nowNanos) && worst.severity() <= last.severity()) {
            change(last.about(worst, worst.rule().latching()).to(AlarmState.ACKNOWLEDGED, true, nowNanos), null);
            return;
        }
        change(new Alarm(numbers.getAsLong(), worst.event().channel(), worst.event().kind(), worst.priority(),
                worst.rule().latching(), AlarmState.UNACKNOWLEDGED, true, worst.event().sequence(), nowNanos, nowNanos,
                0, 1),
                null);
    }

    /** The state of an alarm whose condition comes again: who knows already is told only after a while. */
    private AlarmState again(Alarm now, long nowNanos) {
        boolean known = !now.state().wantsAnswer() && isRepeat(nowNanos);
        return known ? AlarmState.ACKNOWLEDGED : AlarmState.UNACKNOWLEDGED;
    }

    private boolean isRepeat(long nowNanos) {
        return nowNanos - returnedNanos <= AlarmBoard.REPEAT_NANOS;
    }

    private void leave(Alarm now, boolean suppressed, long nowNanos) {
        if (!now.condition()) {
            return;
        }
        returnedNanos = nowNanos;
        repeatable = now.state() == AlarmState.ACKNOWLEDGED && !suppressed;
        boolean answered = !now.state().wantsAnswer();
        AlarmState next = now.latching()
                ? answered ? AlarmState.LATCHED_ACKNOWLEDGED : AlarmState.LATCHED_UNACKNOWLEDGED
                : answered || suppressed ? AlarmState.NORMAL : AlarmState.RETURNED_UNACKNOWLEDGED;
        change(now.to(next, false, nowNanos), null);
    }

    Alarm acknowledge(Alarm now, String who, long nowNanos) {
        AlarmState next = switch (now.state()) {
            case UNACKNOWLEDGED -> AlarmState.ACKNOWLEDGED;
            case LATCHED_UNACKNOWLEDGED -> AlarmState.LATCHED_ACKNOWLEDGED;
            default -> AlarmState.NORMAL;
        };
        repeatable = next == AlarmState.NORMAL;
        return change(now.to(next, now.condition(), nowNanos), who);
    }

    Alarm silence(Alarm now, String who, long nowNanos) {
        return change(now.silenced(nowNanos + AlarmBoard.SILENCE_NANOS, nowNanos), who);
    }

    /** Ends a latched alarm, or lets it fall to the lower condition that is still present. */
    Alarm reset(Alarm now, @Nullable Condition remaining, String who, long nowNanos) {
        if (remaining == null) {
            return change(now.to(AlarmState.NORMAL, false, nowNanos), who);
        }
        Alarm lower = now.about(remaining, remaining.rule().latching());
        return change(lower.to(AlarmState.ACKNOWLEDGED, true, nowNanos), who);
    }

    void advanceTo(long nowNanos) {
        Alarm now = alarm;
        if (now != null && now.silencedUntilNanos() != 0 && nowNanos >= now.silencedUntilNanos()) {
            change(now.silenced(0, nowNanos), null);
        }
    }

    private Alarm change(Alarm next, @Nullable String who) {
        alarm = next;
        listener.changed(next, who);
        return next;
    }
}
