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
    private final LongSupplier numbers;
    private @Nullable Alarm alarm;
    private long returnedNanos;
    private long answeredNanos = Long.MIN_VALUE;
    private boolean repeatable;
    private @Nullable Long inheritedUntilNanos;

    AlarmSlot(AlarmListener listener, LongSupplier numbers) {
        this.listener = listener;
        this.numbers = numbers;
    }

    /** An alarm of an earlier boot: its condition counts as present until the new detection has had time to find it. */
    void restore(Alarm stored, long nowNanos) {
        alarm = stored;
        long untilNanos = nowNanos + AlarmBoard.INHERITED_NANOS;
        answeredNanos = untilNanos;
        inheritedUntilNanos = stored.condition() ? untilNanos : null;
    }

    /** The alarm that is not over. */
    Optional<Alarm> present() {
        return Optional.ofNullable(alarm).filter(now -> now.state() != AlarmState.NORMAL);
    }

    /** Whether time alone may change it. */
    boolean waits() {
        Alarm now = alarm;
        return inheritedUntilNanos != null || (now != null && now.shelf() != null);
    }

    /**
     * Brings the alarm into the state that the worst present condition asks for.
     *
     * @param anew whether the phase has changed or the vehicle was taken away, so that what is gone was not missed by anybody
     */
    void settle(@Nullable Condition worst, boolean anew, long nowNanos) {
        Alarm now = present().orElse(null);
        if (now == null) {
            if (worst != null && worst.raises()) {
                raise(worst, nowNanos);
            }
        } else if (now.state() == AlarmState.SHELVED) {
            settleShelved(now, worst, nowNanos);
        } else if (!inherits(now, worst, nowNanos)) {
            settle(now, worst, anew, nowNanos);
        }
    }

    private void settle(Alarm now, @Nullable Condition worst, boolean anew, long nowNanos) {
        if (worst == null) {
            leave(now, anew, nowNanos);
        } else if (now.cause().latching() && worst.severity() < now.severity()) {
            fallFromLatched(now, worst, anew, nowNanos);
        } else if (worst.severity() > now.severity()) {
            tell(Judgement.risen(now, worst, nowNanos));
        } else if (worst.isStatus() && !now.cause().isStatus()) {
            quieten(now, worst, anew, nowNanos);
        } else if (!now.condition()) {
            tell(Judgement.about(now, worst).to(again(now, nowNanos), true, nowNanos));
        } else if (worst.severity() < now.severity() && isNews(now, worst)) {
            tell(Judgement.about(now, worst).to(AlarmState.UNACKNOWLEDGED, true, nowNanos));
        } else if (worst.severity() < now.severity() || chatters(now, worst, nowNanos)) {
            tell(now.about(worst.cause()).as(true, nowNanos));
        }
    }

    /** The condition of an earlier boot is found again, or may still be. */
    private boolean inherits(Alarm now, @Nullable Condition worst, long nowNanos) {
        Long until = inheritedUntilNanos;
        if (until == null) {
            return false;
        }
        boolean found = worst != null && worst.severity() >= now.severity();
        boolean waiting = !found && nowNanos < until;
        if (!waiting) {
            inheritedUntilNanos = null;
        }
        if (worst != null && worst.severity() == now.severity()) {
            tell(Judgement.about(now, worst).as(true, nowNanos));
        }
        return waiting;
    }

    private void raise(Condition worst, long nowNanos) {
        Alarm last = alarm;
        if (last != null && repeatable && isRepeat(nowNanos) && worst.severity() <= last.severity()) {
            AlarmState known = worst.isStatus() ? AlarmState.SUPPRESSED : AlarmState.ACKNOWLEDGED;
            tell(last.about(worst.cause()).to(known, true, nowNanos));
            return;
        }
        AlarmState first = worst.isStatus() ? AlarmState.SUPPRESSED : AlarmState.UNACKNOWLEDGED;
        tell(Alarm.raised(numbers.getAsLong(), worst, first, nowNanos));
    }

    private void fallFromLatched(Alarm now, Condition worst, boolean anew, long nowNanos) {
        if (now.state() == AlarmState.LATCHED_ACKNOWLEDGED && isNews(now, worst)) {
            tell(Judgement.about(now, worst).to(AlarmState.UNACKNOWLEDGED, true, nowNanos));
        } else {
            leave(now, anew, nowNanos);
        }
    }

    /** A lesser condition is all that is left. If it began after the answer it is none that the answer was about. */
    private boolean isNews(Alarm now, Condition lesser) {
        return !now.state().wantsAnswer() && !lesser.isStatus() && lesser.sinceNanos() > answeredNanos;
    }

    /** What sounded is status now. Nobody is spared the answer by a fall, only by the phase. */
    private void quieten(Alarm now, Condition worst, boolean anew, long nowNanos) {
        if (now.condition() && (anew || !now.state().wantsAnswer())) {
            tell(now.about(worst.cause()).to(AlarmState.SUPPRESSED, true, nowNanos));
        } else {
            leave(now, anew, nowNanos);
        }
    }

    private static boolean chatters(Alarm now, Condition worst, long nowNanos) {
        int told = now.cause().count();
        return worst.cause().count() != told
                && (told == 0 || nowNanos - now.timing().changedNanos() >= AlarmBoard.COUNT_NANOS);
    }

    private void settleShelved(Alarm now, @Nullable Condition worst, long nowNanos) {
        Condition sounding = worst == null || worst.isStatus() ? null : worst;
        if (sounding != null && sounding.severity() > now.severity()) {
            tell(Judgement.risen(now, sounding, nowNanos));
        } else if ((sounding != null) != now.condition() && !mayBeFound(nowNanos)) {
            tell(now.as(sounding != null, nowNanos));
        }
    }

    private boolean mayBeFound(long nowNanos) {
        Long until = inheritedUntilNanos;
        return until != null && nowNanos < until;
    }

    /** Takes the alarm off the shelf and judges it again. */
    Alarm wake(Alarm now, @Nullable Condition worst, @Nullable String who, long nowNanos) {
        inheritedUntilNanos = null;
        return change(Judgement.woken(now, worst, nowNanos), who);
    }

    /** The state of an alarm whose condition comes again: who knows already is told only after a while. */
    private AlarmState again(Alarm now, long nowNanos) {
        boolean known = !now.state().wantsAnswer() && isRepeat(nowNanos);
        return known ? AlarmState.ACKNOWLEDGED : AlarmState.UNACKNOWLEDGED;
    }

    private boolean isRepeat(long nowNanos) {
        return nowNanos - returnedNanos <= AlarmBoard.REPEAT_NANOS;
    }

    private void leave(Alarm now, boolean anew, long nowNanos) {
        if (now.condition()) {
            returnedNanos = nowNanos;
            repeatable = now.state() == AlarmState.ACKNOWLEDGED && !anew;
            tell(Judgement.left(now, anew, nowNanos));
        }
    }

    Alarm acknowledge(Alarm now, String who, long nowNanos) {
        answeredNanos = nowNanos;
        Alarm next = Judgement.acknowledged(now, nowNanos);
        repeatable = next.state() == AlarmState.NORMAL;
        return change(next, who);
    }

    /** Time passes: a silence lapses, and so does a shelf. */
    void advanceTo(@Nullable Condition worst, long nowNanos) {
        Alarm now = alarm;
        if (now == null) {
            return;
        }
        if (now.timing().silencedUntilNanos() != 0 && nowNanos >= now.timing().silencedUntilNanos()) {
            tell(now.silenced(0, nowNanos));
        } else if (now.shelf() != null && nowNanos >= now.shelf().untilNanos()) {
            wake(now, worst, null, nowNanos);
        }
    }

    private void tell(Alarm next) {
        change(next, null);
    }

    /** The next transition, whoever caused it. */
    Alarm change(Alarm next, @Nullable String who) {
        alarm = next;
        listener.changed(next, who);
        return next;
    }
}
