package org.terminal30.agent.battery;

import java.util.Locale;
import java.util.Optional;

/** Holds a resting voltage against what is good enough to work on. A battery that is not full has to be charged first. */
final class RestingCheck {
    static final String STEP = "resting";
    private static final String SOURCE = "B7";
    private static final int DISCHARGED_PERCENT = 50;

    private RestingCheck() {
    }

    static Finding judge(Optional<RestingVoltage> resting, BatteryProfile profile) {
        String limit = String.format(Locale.ROOT, ">= %.1f", profile.rest().readyVolts());
        if (resting.isEmpty()) {
            return new Finding(STEP, Verdict.INSUFFICIENT_DATA, "not-at-rest", null, "V", limit, SOURCE,
                    "the battery was not at rest for " + profile.rest().minSeconds() + " s");
        }
        double volts = Math.round(resting.get().volts() * 1000) / 1000.0;
        StateOfCharge charge = StateOfCharge.of(resting.get(), profile);
        if (charge.minVolts() >= profile.rest().readyVolts()) {
            return new Finding(STEP, Verdict.PASS, "charged", volts, "V", limit, SOURCE, charge.words());
        }
        if (charge.maxPercent() < DISCHARGED_PERCENT) {
            return new Finding(STEP, Verdict.WEAK_BATTERY, "discharged", volts, "V", limit, SOURCE,
                    "discharged: " + charge.words());
        }
        if (volts < profile.rest().readyVolts()) {
            return new Finding(STEP, Verdict.INSUFFICIENT_DATA, "charge-first", volts, "V", limit, SOURCE,
                    "charge first, then measure again: " + charge.words());
        }
        return new Finding(STEP, Verdict.INSUFFICIENT_DATA, resting.get().surfaceChargeExcluded()
                ? "close-to-limit"
                : "surface-charge", volts, "V", limit, SOURCE,
                "cannot be told from a battery below the limit: " + charge.words());
    }
}
