package org.terminal30.agent.job.code;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.Lockouts.Wait;

/**
 * How long a lockout lasts, as far as anybody knows.
 *
 * @param kind on the wire: {@code known range or-more permanent unknown display}
 * @param minSeconds at least; null when nobody knows
 * @param maxSeconds at most; null when nobody knows
 */
record WaitLength(String kind, @Nullable Long minSeconds, @Nullable Long maxSeconds) {
    static final String ABOUT = "lockout";
    static final WaitLength UNKNOWN = new WaitLength("unknown", null, null);
    private static final WaitLength PERMANENT = new WaitLength("permanent", null, null);
    private static final long MINUTE_SECONDS = 60;

    /** By the head unit's schedule. */
    static WaitLength of(Wait wait) {
        if (wait.minMinutes() == null) {
            return PERMANENT;
        }
        long min = wait.minMinutes() * MINUTE_SECONDS;
        if (wait.maxMinutes() == null) {
            return new WaitLength("or-more", min, null);
        }
        long max = wait.maxMinutes() * MINUTE_SECONDS;
        return new WaitLength(min == max ? "known" : "range", min, max);
    }

    /** The radio's own display says so; it shows whole minutes. */
    static WaitLength shown(long atSeconds, long minutes) {
        return new WaitLength("display", atSeconds + (minutes - 1) * MINUTE_SECONDS,
                atSeconds + minutes * MINUTE_SECONDS);
    }

    /** As an earlier boot told it. */
    static WaitLength of(Evidence told) {
        return new WaitLength(told.reason(), seconds(told.value()), seconds(told.limit()));
    }

    private static @Nullable Long seconds(@Nullable Double told) {
        return told == null ? null : (Long) Math.round(told);
    }

    boolean isPermanent() {
        return kind.equals(PERMANENT.kind());
    }

    /** Begun again so many seconds later, perhaps: it ends later, perhaps. */
    WaitLength perhapsLater(long seconds) {
        return new WaitLength(kind, minSeconds, maxSeconds == null ? null : (Long) (maxSeconds + seconds));
    }

    Evidence told() {
        return new Evidence(ABOUT, minSeconds == null ? Outcome.NOT_MEASURED : Outcome.WAITING, kind,
                minSeconds == null ? null : (Double) (double) minSeconds,
                maxSeconds == null ? null : (Double) (double) maxSeconds, "s");
    }
}
