package org.terminal30.agent.battery;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Sums up a stretch of charging states as one finding: the worst that was seen counts. */
final class ChargingVerdict {
    private final ChargingLimits limits;
    private final ChargingRule rule;
    private final VoltMedian charging = new VoltMedian();
    private final VoltMedian under = new VoltMedian();
    private final VoltMedian over = new VoltMedian();
    private boolean smart;
    private boolean offAfterCharging;
    private boolean off;

    ChargingVerdict(ChargingLimits limits, ChargingRule rule) {
        this.limits = limits;
        this.rule = rule;
    }

    /** A second was judged by the rule. */
    void mean(double volts) {
        switch (rule.state()) {
            case CHARGING, SMART_ALTERNATOR -> {
                smart |= rule.state() == ChargingState.SMART_ALTERNATOR;
                charging.add(volts);
            }
            case UNDERCHARGING -> under.add(volts);
            case OVERCHARGING -> over.add(volts);
            case OFF -> {
                off = true;
                offAfterCharging |= charging.count() > 0;
            }
            case UNKNOWN -> {
                // Tells nothing.
            }
        }
    }

    Finding finding() {
        if (over.count() > 0) {
            return of(Verdict.OVERCHARGING, "too-high", over.volts(), "");
        }
        if (under.count() > 0) {
            return of(Verdict.UNDERCHARGING, "too-low", under.volts(), "");
        }
        if (charging.count() >= limits.faultSeconds()) {
            return of(Verdict.PASS, smart ? "smart-alternator" : "charges", charging.volts(), passRemark());
        }
        return of(Verdict.INSUFFICIENT_DATA, off ? "off" : "not-seen", null, off
                ? "nothing charged; whether the engine ran was not seen"
                : "no running engine was seen for long enough");
    }

    private String passRemark() {
        String pattern = smart ? "steps as of a smart alternator" : "";
        String end = offAfterCharging ? "later nothing charged: the engine was stopped, or the alternator failed" : "";
        return pattern.isEmpty() || end.isEmpty() ? pattern + end : pattern + "; " + end;
    }

    private Finding of(Verdict verdict, String reason, @Nullable Double volts, String remark) {
        String limit = String.format(Locale.ROOT, "%.1f..%.1f", limits.minVolts(), limits.maxVolts());
        return new Finding("charging", verdict, reason, volts, "V", limit, "B7", remark);
    }
}
