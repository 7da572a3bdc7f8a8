package org.terminal30.agent.battery;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/** Measures the ripple in a stretch of samples. */
final class RippleMeter {
    private static final int LARGEST_TRANSFORM = 1 << 16;
    private static final double SPIKES = 0.005;
    /** From one diode open the second harmonic is some 0.7 of the first; of a good rectifier 0.25. */
    private static final double OPEN_DIODE_SECOND_HARMONIC = 0.45;

    private final RippleLimits limits;

    RippleMeter(RippleLimits limits) {
        this.limits = limits;
    }

    /** Why a source of this rate cannot measure ripple. */
    static String tooSlow(double rateHertz, RippleLimits limits) {
        return String.format(Locale.ROOT, "cannot be measured at %.0f samples per second: %.0f are needed", rateHertz,
                limits.minRateHertz());
    }

    /**
     * Measures.
     *
     * @param nanos times of the samples, increasing
     * @param count how many of both arrays are samples
     */
    Ripple measure(long[] nanos, double[] volts, int count) {
        if (count < 2) {
            return new Ripple.NotMeasurable("cannot be measured in " + count + " samples");
        }
        double intervalNanos = (double) (nanos[count - 1] - nanos[0]) / (count - 1);
        double rateHertz = 1e9 / intervalNanos;
        if (rateHertz < limits.minRateHertz()) {
            return new Ripple.NotMeasurable(tooSlow(rateHertz, limits));
        }
        int size = Math.min(Integer.highestOneBit(count), LARGEST_TRANSFORM);
        if (size / rateHertz < limits.minSeconds()) {
            return new Ripple.NotMeasurable(String.format(Locale.ROOT,
                    "cannot be measured in a stretch of %.3f s: %.3f s are needed", size / rateHertz,
                    limits.minSeconds()));
        }
        double unevenness = unevenness(nanos, count, intervalNanos);
        if (unevenness > limits.maxUnevenness()) {
            return new Ripple.NotMeasurable(String.format(Locale.ROOT,
                    "cannot be measured: the time between samples varies by %.0f %%, must not by more than %.0f %%",
                    unevenness * 100, limits.maxUnevenness() * 100));
        }
        double[] even = even(nanos, volts, intervalNanos, size);
        removeTrend(even, (int) Math.round(rateHertz / limits.lowestHertz()));
        return measured(even, rateHertz);
    }

    private Ripple measured(double[] even, double rateHertz) {
        Spectrum spectrum = new Spectrum(even, rateHertz);
        double dominant = spectrum.dominantHertz(limits.lowestHertz());
        Arrays.sort(even);
        int spikes = (int) (SPIKES * even.length);
        return new Ripple.Measured(even[even.length - 1 - spikes] - even[spikes],
                Double.isNaN(dominant) ? OptionalDouble.empty() : OptionalDouble.of(dominant), rateHertz / 2,
                !Double.isNaN(dominant) && hasDiodeSignature(spectrum, dominant));
    }

    /**
     * Either the ripple is the strongest component and a sixth of its frequency is clearly there; or the sixth itself is the
     * strongest, which shows in harmonics that a good rectifier does not have, or in a frequency too low for ripple.
     */
    private boolean hasDiodeSignature(Spectrum spectrum, double dominant) {
        double amplitude = spectrum.amplitudeAt(dominant);
        double second = spectrum.amplitudeAt(2 * dominant);
        boolean sixthUnderIt = dominant / 6 >= limits.lowestHertz() && dominant >= limits.lowestRippleHertz()
                && spectrum.amplitudeAt(dominant / 6) >= limits.diodeShare() * amplitude;
        boolean tooSlowForRipple = dominant < limits.lowestRippleHertz() && second >= limits.diodeShare() * amplitude;
        return sixthUnderIt || tooSlowForRipple || second >= OPEN_DIODE_SECOND_HARMONIC * amplitude;
    }

    private static double unevenness(long[] nanos, int count, double intervalNanos) {
        double squares = 0;
        for (int i = 1; i < count; i++) {
            double off = nanos[i] - nanos[i - 1] - intervalNanos;
            squares += off * off;
        }
        return Math.sqrt(squares / (count - 1)) / intervalNanos;
    }

    /** Values on even times from the first sample on, on straight lines between samples. */
    private static double[] even(long[] nanos, double[] volts, double intervalNanos, int size) {
        double[] even = new double[size];
        int next = 1;
        for (int i = 0; i < size; i++) {
            double where = i * intervalNanos;
            while (nanos[next] - nanos[0] < where && next < nanos.length - 1) {
                next++;
            }
            double from = nanos[next - 1] - nanos[0];
            double share = Math.min(1, (where - from) / (nanos[next] - nanos[next - 1]));
            even[i] = volts[next - 1] + share * (volts[next] - volts[next - 1]);
        }
        return even;
    }

    /** Takes away what changes more slowly than the width. */
    private static void removeTrend(double[] values, int width) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        for (int i = 0; i < values.length; i++) {
            int from = Math.clamp(i - width / 2, 0, values.length - width);
            values[i] -= (sums[from + width] - sums[from]) / width;
        }
    }
}
