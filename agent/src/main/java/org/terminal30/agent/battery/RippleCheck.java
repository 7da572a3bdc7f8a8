package org.terminal30.agent.battery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.battery.Ripple.Measured;

/**
 * Cuts full-rate samples into stretches, measures the ripple of those that were charging, and judges the middle one of them:
 * one odd stretch, with a load switched in it, decides nothing.
 */
final class RippleCheck {
    static final String STEP = "ripple";
    private static final double STRETCH_SECONDS = 0.42;
    /** Enough for a verdict; what comes later is not looked at. */
    private static final int MAX_STRETCHES = 64;

    private final RippleLimits limits;
    private final RippleMeter meter;
    private final double rateHertz;
    private final double chargingVolts;
    private final long[] nanos;
    private final double[] volts;
    private int count;
    private double sum;
    private final List<Measured> measured = new ArrayList<>();
    private @Nullable String reason;

    /**
     * Has seen nothing yet.
     *
     * @param rateHertz nominal rate of the source
     * @param chargingVolts a stretch counts when its mean is at or above this, or when the engine is known to run
     */
    RippleCheck(RippleLimits limits, double rateHertz, double chargingVolts) {
        this.limits = limits;
        this.meter = new RippleMeter(limits);
        this.rateHertz = rateHertz;
        this.chargingVolts = chargingVolts;
        int size = fastEnough() ? (int) Math.ceil(Math.max(STRETCH_SECONDS, 2 * limits.minSeconds()) * rateHertz) : 0;
        this.nanos = new long[size];
        this.volts = new double[size];
    }

    private boolean fastEnough() {
        return rateHertz >= limits.minRateHertz();
    }

    void sample(long atNanos, double value, boolean engineRuns) {
        if (nanos.length == 0 || measured.size() >= MAX_STRETCHES) {
            return;
        }
        nanos[count] = atNanos;
        volts[count] = value;
        sum += value;
        if (++count == nanos.length) {
            close(engineRuns);
        }
    }

    /** The stretch ends here, because the stream does or the engine was cranked; a short one is lost. */
    void close(boolean engineRuns) {
        if (count > 0 && (engineRuns || sum / count >= chargingVolts)) {
            switch (meter.measure(nanos, volts, count)) {
                case Measured stretch -> measured.add(stretch);
                case Ripple.NotMeasurable not -> reason = not.reason();
            }
        }
        count = 0;
        sum = 0;
    }

    Finding finding() {
        String limit = String.format(Locale.ROOT, "<= %.2f", limits.maxVoltsPeakToPeak());
        if (measured.isEmpty()) {
            return new Finding(STEP, Verdict.INSUFFICIENT_DATA, whyNotWord(), null, "V", limit, RippleLimits.SOURCE,
                    whyNot());
        }
        List<Measured> ordered = new ArrayList<>(measured);
        ordered.sort(Comparator.comparingDouble(Measured::voltsPeakToPeak));
        Measured middle = ordered.get(ordered.size() / 2);
        double peakToPeak = Math.round(middle.voltsPeakToPeak() * 1000) / 1000.0;
        long signatures = measured.stream().filter(Measured::diodeSignature).count();
        if (2 * signatures > measured.size()) {
            return new Finding(STEP, Verdict.RIPPLE, "open-diode", peakToPeak, "V", limit, RippleLimits.SOURCE,
                    "as with one diode open: every sixth pulse is missing" + at(middle));
        }
        if (peakToPeak > limits.maxVoltsPeakToPeak()) {
            return new Finding(STEP, Verdict.RIPPLE, "too-much", peakToPeak, "V", limit, RippleLimits.SOURCE,
                    "peak to peak" + at(middle));
        }
        if (middle.dominantHertz().isEmpty()) {
            return new Finding(STEP, Verdict.INSUFFICIENT_DATA, "no-ripple", peakToPeak, "V", limit,
                    RippleLimits.SOURCE,
                    "no ripple stands out of the noise: does the engine run?");
        }
        return new Finding(STEP, Verdict.PASS, "little", peakToPeak, "V", limit, RippleLimits.SOURCE,
                "peak to peak" + at(middle) + "; it is largest under load at 1500 rpm and more");
    }

    private String whyNotWord() {
        if (!fastEnough()) {
            return "too-slow";
        }
        return reason == null ? "nothing-charging" : "uneven";
    }

    private String whyNot() {
        if (!fastEnough()) {
            return RippleMeter.tooSlow(rateHertz, limits);
        }
        return reason == null ? "nothing was charging" : reason;
    }

    private static String at(Measured measured) {
        return measured.dominantHertz().isEmpty()
                ? ""
                : String.format(Locale.ROOT, ", mostly at %.0f Hz", measured.dominantHertz().getAsDouble());
    }
}
