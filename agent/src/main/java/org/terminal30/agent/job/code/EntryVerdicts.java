package org.terminal30.agent.job.code;

import java.util.List;

import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.JobVerdict.Tint;
import org.terminal30.agent.job.code.SteadySupply.Level;

/** Whether the code may be typed in now, in the words of the wire (rule B7). */
final class EntryVerdicts {
    static final String ENTRY = "entry";
    static final String CODE = "code";
    static final String ACCEPTED = "accepted";

    private EntryVerdicts() {
    }

    /** What became of the supply while a code may have been typed in. */
    enum Sag {
        NONE,
        /** It fell, and has not been steady for long enough since. */
        SAGGED,
        /** It is measured too slowly to see that. */
        NOT_SEEN
    }

    /** @param attempts how many are left, as far as it is known */
    static JobVerdict entry(SteadySupply supply, Sag sag, AttemptsLeft attempts, long nanos) {
        List<Evidence> why = List.of(level(supply), steady(supply), sag(sag), attempts(attempts));
        if (sag == Sag.SAGGED) {
            return new JobVerdict(ENTRY, "stop", Tint.RED, nanos, why);
        }
        return switch (supply.level()) {
            case MEASURING -> new JobVerdict(ENTRY, "measuring", Tint.WHITE, nanos, why);
            case UNSTEADY -> new JobVerdict(ENTRY, "unsteady", Tint.AMBER, nanos, why);
            case CHARGE_FIRST -> new JobVerdict(ENTRY, "charge-first", Tint.AMBER, nanos, why);
            case TOO_WEAK -> new JobVerdict(ENTRY, "too-weak", Tint.RED, nanos, why);
            case TOO_HIGH -> new JobVerdict(ENTRY, "too-high", Tint.RED, nanos, why);
            case READY -> attempts == AttemptsLeft.LAST
                    ? new JobVerdict(ENTRY, "last-attempt", Tint.AMBER, nanos, why)
                    : new JobVerdict(ENTRY, "ready", Tint.GREEN, nanos, why);
        };
    }

    /** What is known of the attempts that are left. */
    enum AttemptsLeft {
        MORE,
        LAST,
        UNKNOWN
    }

    private static Evidence level(SteadySupply supply) {
        double volts = supply.latestVolts();
        if (Double.isNaN(volts)) {
            return new Evidence("level", Outcome.WAITING, "nothing-seen", null, SteadySupply.READY_VOLTS, "V");
        }
        if (volts > SteadySupply.MOST_VOLTS) {
            return new Evidence("level", Outcome.FAILED, "too-high", volts, SteadySupply.MOST_VOLTS, "V");
        }
        if (volts < SteadySupply.READY_VOLTS) {
            return volts < SteadySupply.LEAST_VOLTS
                    ? new Evidence("level", Outcome.FAILED, "too-low", volts, SteadySupply.LEAST_VOLTS, "V")
                    : new Evidence("level", Outcome.FAILED, "low", volts, SteadySupply.READY_VOLTS, "V");
        }
        String reason = volts >= SteadySupply.CHARGING_VOLTS ? "charging" : "high-enough";
        return new Evidence("level", Outcome.PROVEN, reason, volts, SteadySupply.READY_VOLTS, "V");
    }

    private static Evidence steady(SteadySupply supply) {
        Level level = supply.level();
        boolean swings = supply.isComplete() && supply.spreadVolts() > SteadySupply.BAND_VOLTS;
        if (swings) {
            return new Evidence("steady", Outcome.FAILED, "swings", supply.spreadVolts(), SteadySupply.BAND_VOLTS, "V");
        }
        return level == Level.READY
                ? new Evidence("steady", Outcome.PROVEN, "steady", supply.spreadVolts(), SteadySupply.BAND_VOLTS, "V")
                : new Evidence("steady", Outcome.WAITING, "settling", null, SteadySupply.BAND_VOLTS, "V");
    }

    private static Evidence sag(Sag sag) {
        return switch (sag) {
            case NONE -> new Evidence("sag", Outcome.PROVEN, "none-seen", null, SagWatch.SAG_VOLTS, "V");
            case SAGGED -> new Evidence("sag", Outcome.FAILED, "sagged", null, SagWatch.SAG_VOLTS, "V");
            case NOT_SEEN -> new Evidence("sag", Outcome.NOT_MEASURED, "slow-meter", null, null, null);
        };
    }

    private static Evidence attempts(AttemptsLeft attempts) {
        return switch (attempts) {
            case MORE -> new Evidence("attempts", Outcome.PROVEN, "more", null, null, null);
            case LAST -> new Evidence("attempts", Outcome.FAILED, "last", null, null, null);
            case UNKNOWN -> new Evidence("attempts", Outcome.NOT_MEASURED, "unknown", null, null, null);
        };
    }

    /** The radio plays. */
    static JobVerdict accepted(long nanos) {
        return new JobVerdict(CODE, ACCEPTED, Tint.GREEN, nanos, List.of());
    }
}
