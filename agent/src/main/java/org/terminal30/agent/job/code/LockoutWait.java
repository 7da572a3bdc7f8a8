package org.terminal30.agent.job.code;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.JobVerdict.Tint;

/**
 * A lockout that is waited out: how long it lasts, whether a loss of power may have begun it anew, and whether the battery lasts.
 * All that has to survive a restart is in what it tells. Seconds in its evidence count from the beginning of the lockout.
 */
final class LockoutWait {
    static final String WAIT = CodeProcedure.WAIT;
    private static final String POWER = "power";
    private static final String WATCHED = "watched";
    /** Asked for once, a charger is not needed only when the battery lasts so much longer than the lockout. */
    private static final double RELIEF_SECONDS = 15 * 60;
    private static final double UNKNOWN_SECONDS = 60 * 60;
    private static final double MINUTE_SECONDS = 60;
    private static final double NANOS_A_SECOND = 1e9;

    private final Discharge discharge = new Discharge();
    private final @Nullable Boolean ignitionOn;
    private long sinceNanos;
    private WaitLength length;
    /** Why the time may have begun anew, on the wire; null when nothing speaks for it. */
    private @Nullable String doubt;
    private long doubtNanos;
    private boolean chargerAsked;

    LockoutWait(WaitLength length, @Nullable Boolean ignitionOn, long sinceNanos) {
        this.length = length;
        this.ignitionOn = ignitionOn;
        this.sinceNanos = sinceNanos;
    }

    /** Goes on with the one of an earlier boot. */
    static LockoutWait restored(JobVerdict told, @Nullable Boolean ignitionOn) {
        Evidence toldLength = evidence(told, WaitLength.ABOUT);
        Evidence power = evidence(told, POWER);
        Double doubtSeconds = power == null ? null : power.value();
        WaitLength length = toldLength == null ? WaitLength.UNKNOWN : WaitLength.of(toldLength);
        if (power == null || doubtSeconds == null) {
            return new LockoutWait(length, ignitionOn, told.sinceNanos());
        }
        var wait = new LockoutWait(length.perhapsLater(-Math.round(doubtSeconds)), ignitionOn, told.sinceNanos());
        wait.mayHaveBegunAnew(power.reason(), told.sinceNanos() + Math.round(doubtSeconds * NANOS_A_SECOND));
        return wait;
    }

    private static @Nullable Evidence evidence(JobVerdict told, String about) {
        return told.evidence().stream().filter(one -> one.about().equals(about)).findFirst().orElse(null);
    }

    /** A window of 100 ms of the car's network; true when the forecast may have changed. */
    boolean window(long endNanos, double mean, long samples) {
        boolean changed = discharge.window(endNanos, mean, samples);
        if (discharge.takeRelief()) {
            chargerAsked = false;
        }
        return changed;
    }

    /** Something charges the battery from now on. */
    void charged() {
        discharge.again();
        chargerAsked = false;
    }

    boolean isChargerAsked() {
        return chargerAsked;
    }

    /** The radio may have lost its feed at this time, and so count anew. */
    void mayHaveBegunAnew(String reason, long nanos) {
        doubt = reason;
        doubtNanos = nanos;
    }

    /** It did: since the loss of power, or since now. */
    void beganAnew(long nowNanos) {
        sinceNanos = doubt == null ? nowNanos : doubtNanos;
        doubt = null;
    }

    /** It did not. */
    void goesOn() {
        doubt = null;
    }

    /** The radio's display shows how many minutes are left. */
    void shown(long minutes, long nowNanos) {
        length = WaitLength.shown(Math.round(secondsAt(nowNanos)), minutes);
        doubt = null;
    }

    /** The moments of an earlier boot lie so much later on the monotonic clock of this one. */
    void moved(long nanos) {
        sinceNanos += nanos;
        doubtNanos += nanos;
    }

    private double secondsAt(long nanos) {
        return Math.max(0, nanos - sinceNanos) / NANOS_A_SECOND;
    }

    /** What is to be said of it now. */
    JobVerdict told(long nowNanos) {
        WaitLength ends = doubt == null ? length : length.perhapsLater(Math.round(secondsAt(doubtNanos)));
        Forecast low = discharge.to(SteadySupply.READY_VOLTS);
        double nowSeconds = secondsAt(nowNanos);
        askForCharger(low, ends, nowSeconds);
        List<Evidence> why = new ArrayList<>(
                List.of(ends.told(), ignition(), power(), forecast("low", low, nowSeconds)));
        Forecast critical = discharge.to(SteadySupply.LEAST_VOLTS);
        if (critical.kind() == Forecast.Kind.FALLS || critical.kind() == Forecast.Kind.BELOW) {
            why.add(forecast("critical", critical, nowSeconds));
        }
        return word(ends, nowSeconds, why);
    }

    private JobVerdict word(WaitLength ends, double nowSeconds, List<Evidence> why) {
        if (ends.isPermanent()) {
            return new JobVerdict(WAIT, "permanent", Tint.RED, sinceNanos, why);
        }
        boolean over = ends.maxSeconds() != null && nowSeconds >= ends.maxSeconds();
        if (over) {
            return new JobVerdict(WAIT, "over", Tint.GREEN, sinceNanos, why);
        }
        if (chargerAsked) {
            return new JobVerdict(WAIT, "charger-needed", Tint.AMBER, sinceNanos, why);
        }
        if (doubt != null) {
            return new JobVerdict(WAIT, "timer-in-doubt", Tint.AMBER, sinceNanos, why);
        }
        if (ends.minSeconds() == null) {
            return new JobVerdict(WAIT, "counting-up", Tint.WHITE, sinceNanos, why);
        }
        return new JobVerdict(WAIT, nowSeconds >= ends.minSeconds() ? "may-be-over" : "counting-down", Tint.WHITE,
                sinceNanos, why);
    }

    /** In time: by the early end of the forecast, against the late end of the lockout. */
    private void askForCharger(Forecast low, WaitLength ends, double nowSeconds) {
        double leftSeconds = leftSeconds(ends, nowSeconds) + (chargerAsked ? RELIEF_SECONDS : 0);
        chargerAsked = switch (low.kind()) {
            case BELOW -> true;
            case FALLS -> low.fromSeconds() < leftSeconds;
            case GATHERING -> chargerAsked;
            case NO_FALL, CHARGING -> false;
        };
    }

    /** How long it still lasts at the most; where nobody knows, an hour more than it has to. */
    private static double leftSeconds(WaitLength ends, double nowSeconds) {
        Long most = ends.maxSeconds();
        Long least = ends.minSeconds();
        return most == null
                ? Math.max(0, (least == null ? 0 : least) - nowSeconds) + UNKNOWN_SECONDS
                : most - nowSeconds;
    }

    private Evidence ignition() {
        return ignitionOn == null
                ? new Evidence("ignition", Outcome.NOT_MEASURED, "unknown", null, null, null)
                : new Evidence("ignition", Outcome.WAITING, ignitionOn ? "on" : "off", null, null, null);
    }

    private Evidence power() {
        return doubt == null
                ? new Evidence(POWER, Outcome.PROVEN, WATCHED, null, null, null)
                : new Evidence(POWER, Outcome.FAILED, doubt, secondsAt(doubtNanos), null, "s");
    }

    private static Evidence forecast(String about, Forecast forecast, double nowSeconds) {
        Outcome outcome = switch (forecast.kind()) {
            case GATHERING, FALLS -> Outcome.WAITING;
            case BELOW -> Outcome.FAILED;
            case NO_FALL, CHARGING -> Outcome.PROVEN;
        };
        boolean falls = forecast.kind() == Forecast.Kind.FALLS;
        return new Evidence(about, outcome, forecast.kind().wireName(),
                falls ? wholeMinute(nowSeconds + forecast.fromSeconds()) : null,
                falls ? wholeMinute(nowSeconds + forecast.toSeconds()) : null, falls ? "s" : null);
    }

    private static @Nullable Double wholeMinute(double seconds) {
        return Double.isInfinite(seconds) ? null : (Double) (Math.rint(seconds / MINUTE_SECONDS) * MINUTE_SECONDS);
    }

    /** Whether the figures have moved so far that they are worth another record. */
    static boolean hasMoved(JobVerdict told, JobVerdict now, double nowSeconds) {
        for (int i = 0; i < told.evidence().size(); i++) {
            Evidence before = told.evidence().get(i);
            Evidence after = now.evidence().get(i);
            if (hasMoved(before.value(), after.value(), nowSeconds)
                    || hasMoved(before.limit(), after.limit(), nowSeconds)) {
                return true;
            }
        }
        return told.sinceNanos() != now.sinceNanos();
    }

    private static boolean hasMoved(@Nullable Double before, @Nullable Double after, double nowSeconds) {
        if (before == null || after == null) {
            return (before == null) != (after == null);
        }
        return Math.abs(before - after) > Math.max(5 * MINUTE_SECONDS, 0.15 * Math.abs(before - nowSeconds));
    }
}
