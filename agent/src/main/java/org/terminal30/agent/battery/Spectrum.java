package org.terminal30.agent.battery;

import java.util.Arrays;

import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/** Amplitudes over frequency of evenly spaced values, seen through a Hann window. */
final class Spectrum {
    /** A component stands out when its amplitude is this many times the median one; white noise stays below 5. */
    private static final double CLEAR = 8;
    /** Less is rounding, whatever the noise. */
    private static final double SMALLEST_VOLTS = 0.0005;

    private final double[] amplitudes;
    private final double binHertz;
    private final double floor;

    /**
     * Transforms values.
     *
     * @param values their number is a power of two
     */
    Spectrum(double[] values, double rateHertz) {
        int size = values.length;
        double[][] complex = {new double[size], new double[size]};
        for (int i = 0; i < size; i++) {
            complex[0][i] = values[i] * (1 - Math.cos(2 * Math.PI * i / size));
        }
        FastFourierTransformer.transformInPlace(complex, DftNormalization.STANDARD, TransformType.FORWARD);
        amplitudes = new double[size / 2];
        for (int i = 0; i < amplitudes.length; i++) {
            amplitudes[i] = 2 * Math.hypot(complex[0][i], complex[1][i]) / size;
        }
        binHertz = rateHertz / size;
        double[] sorted = amplitudes.clone();
        Arrays.sort(sorted);
        floor = sorted[sorted.length / 2];
    }

    /** Frequency of the strongest component from a frequency on; NaN when none stands out. */
    double dominantHertz(double fromHertz) {
        int strongest = -1;
        for (int i = (int) Math.ceil(fromHertz / binHertz); i < amplitudes.length - 1; i++) {
            if (strongest < 0 || amplitudes[i] > amplitudes[strongest]) {
                strongest = i;
            }
        }
        if (strongest < 1 || !standsOut(amplitudes[strongest])) {
            return Double.NaN;
        }
        double left = amplitudes[strongest - 1];
        double right = amplitudes[strongest + 1];
        double shift = (right - left) / (2 * (2 * amplitudes[strongest] - left - right));
        return (strongest + shift) * binHertz;
    }

    /** Amplitude of the component at a frequency, give or take two bins; 0 when it does not stand out. */
    double amplitudeAt(double hertz) {
        int middle = (int) Math.round(hertz / binHertz);
        double highest = 0;
        for (int i = Math.max(1, middle - 2); i <= Math.min(amplitudes.length - 1, middle + 2); i++) {
            highest = Math.max(highest, amplitudes[i]);
        }
        return standsOut(highest) ? highest : 0;
    }

    private boolean standsOut(double amplitude) {
        return amplitude > CLEAR * floor && amplitude > SMALLEST_VOLTS;
    }
}
