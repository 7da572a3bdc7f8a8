package org.terminal30.agent.battery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How full a battery is, as the range that its resting voltage allows.
 *
 * @param minPercent rounded down
 * @param maxPercent rounded up
 * @param minVolts lowest open-circuit voltage that the measurement allows
 * @param maxVolts highest that it allows
 * @param because what makes the range wide, for people
 */
public record StateOfCharge(int minPercent, int maxPercent, double minVolts, double maxVolts, List<String> because) {
    private static final double COLDEST = -18;
    private static final double WARMEST = 21;

    public StateOfCharge {
        if (minPercent < 0 || maxPercent > 100 || minPercent > maxPercent) {
            throw new IllegalArgumentException(
                    "state of charge is %d to %d %%, must be a range within 0 to 100 %%".formatted(minPercent,
                            maxPercent));
        }
        because = List.copyOf(because);
    }

    /** Of a resting battery. What the profile does not know widens the range, and so do a short rest and the meter's error. */
    public static StateOfCharge of(RestingVoltage rest, BatteryProfile profile) {
        RestLimits limits = profile.rest();
        boolean waited = rest.restNanos() >= limits.waitSeconds() * SecondMeans.SECOND_NANOS;
        boolean settled = rest.before() == RestingVoltage.Before.SETTLED;
        double surface = rest.surfaceChargeExcluded() ? 0 : waited ? limits.lateSurfaceVolts() : limits.surfaceVolts();
        double recovery = settled ? 0 : waited ? limits.lateRecoveryVolts() : limits.recoveryVolts();
        double minVolts = rest.volts() - surface - profile.meterErrorVolts();
        double maxVolts = rest.volts() + recovery + profile.meterErrorVolts();
        List<Chemistry> possible = profile.chemistry().map(List::of).orElse(Arrays.asList(Chemistry.values()));
        double min = possible.stream()
                .mapToDouble(chemistry -> chemistry.minPercent(minVolts, profile.celsius().orElse(WARMEST))).min()
                .orElseThrow();
        double max = possible.stream()
                .mapToDouble(chemistry -> chemistry.maxPercent(maxVolts, profile.celsius().orElse(COLDEST))).max()
                .orElseThrow();
        return new StateOfCharge((int) Math.floor(min), (int) Math.ceil(max), minVolts, maxVolts,
                reasons(rest, profile));
    }

    private static List<String> reasons(RestingVoltage rest, BatteryProfile profile) {
        List<String> reasons = new ArrayList<>();
        reasons.add("at rest for " + spoken(rest.restNanos()));
        reasons.add(rest.before().words());
        if (profile.chemistry().isEmpty()) {
            reasons.add("kind of battery not known");
        }
        if (profile.celsius().isEmpty()) {
            reasons.add("temperature not known");
        }
        reasons.add(String.format(Locale.ROOT, "meter \u00b1 %.0f mV", profile.meterErrorVolts() * 1000));
        return reasons;
    }

    private static String spoken(long nanos) {
        long minutes = nanos / (60 * SecondMeans.SECOND_NANOS);
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h";
    }

    /** {@code 60..85 % charged (at rest for 12 min, kind of battery not known)}. */
    String words() {
        return "%d..%d %% charged (%s)".formatted(minPercent, maxPercent, String.join(", ", because));
    }
}
