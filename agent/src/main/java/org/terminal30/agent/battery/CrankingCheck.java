package org.terminal30.agent.battery;

import java.util.Locale;
import java.util.OptionalDouble;

import org.terminal30.agent.detect.Bounds;

/**
 * Holds the lowest voltage of a cranking against what a healthy battery keeps. The trade's table is for 15 s at half the
 * cold-cranking current, measured without the starter's inrush; an engine in good order asks for less and for a shorter time.
 */
public final class CrankingCheck {
    static final String STEP = "cranking";
    static final String SOURCE = "cold-cranking table";
    /** Below this rate the lowest voltage lies between the samples. */
    static final double SLOWEST_HERTZ = 10;

    /** Of the table. */
    static final double COLDEST = -18;
    private static final double WARMEST = 20;
    private static final Curve MIN_VOLTS_BY_CELSIUS = Curve.through(-18, 8.5, -12, 8.7, -7, 8.9, -1, 9.1, 4, 9.3, 10,
            9.4, 16, 9.5, 20, 9.6);

    private CrankingCheck() {
    }

    /** What a healthy battery keeps at a temperature; beyond the table, its outermost value. */
    static double minVoltsAt(double celsius) {
        return MIN_VOLTS_BY_CELSIUS.at(celsius);
    }

    /** What a battery has to keep to be good; where the temperature is not known, what is asked in the warm. */
    public static double strictVolts(OptionalDouble celsius) {
        return minVoltsAt(celsius.orElse(WARMEST));
    }

    /** Below this a battery is weak; where the temperature is not known, what is asked in the cold. */
    public static double lenientVolts(OptionalDouble celsius) {
        return minVoltsAt(celsius.orElse(COLDEST));
    }

    /**
     * Judges one cranking.
     *
     * @param minVolts lowest voltage after the inrush
     * @param durationNanos of the whole cranking
     * @param celsius temperature of the battery
     * @param rateHertz of the source: a slow one has missed the minimum, so that its value can fail but never pass
     */
    static Finding judge(double minVolts, long durationNanos, OptionalDouble celsius, double rateHertz) {
        Bounds.within("cranking.minVolts", minVolts, -28, 28);
        double strict = strictVolts(celsius);
        double lenient = lenientVolts(celsius);
        String limit = strict == lenient
                ? String.format(Locale.ROOT, ">= %.2f", strict)
                : String.format(Locale.ROOT, ">= %.1f..%.1f", lenient, strict);
        String lasted = String.format(Locale.ROOT, "cranked for %.1f s", durationNanos / 1e9);
        if (minVolts < lenient) {
            return finding(Verdict.WEAK_BATTERY, "too-low", minVolts, limit, lasted);
        }
        if (minVolts < strict) {
            return finding(Verdict.INSUFFICIENT_DATA, "temperature-unknown", minVolts, limit, lasted
                    + "; cannot tell without the temperature: good enough at -18 \u00b0C, too low at 20 \u00b0C");
        }
        if (rateHertz < SLOWEST_HERTZ) {
            return finding(Verdict.INSUFFICIENT_DATA, "too-slow", minVolts, limit, String.format(Locale.ROOT,
                    "%s; at %.1f samples per second the lowest voltage may have been missed", lasted, rateHertz));
        }
        return finding(Verdict.PASS, "kept-up", minVolts, limit, lasted);
    }

    /** When there was nothing to judge. */
    static Finding none() {
        return new Finding(STEP, Verdict.INSUFFICIENT_DATA, "no-start", null, "V",
                String.format(Locale.ROOT, ">= %.1f..%.1f", minVoltsAt(COLDEST), minVoltsAt(WARMEST)), SOURCE,
                "no engine start was seen");
    }

    private static Finding finding(Verdict verdict, String reason, double minVolts, String limit, String remark) {
        return new Finding(STEP, verdict, reason, minVolts, "V", limit, SOURCE, remark);
    }
}
