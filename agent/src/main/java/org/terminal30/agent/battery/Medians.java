package org.terminal30.agent.battery;

import java.util.Arrays;

/** Middles of values: what a lamp that is switched for a while does not move. */
public final class Medians {
    private Medians() {
    }

    /** The median; NaN of nothing. */
    public static double of(double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /**
     * The median of the slopes between all pairs of points (Theil and Sen), in units of {@code y} for one of {@code x}; NaN with
     * fewer than two.
     *
     * @param x each above the one before
     * @param y one for each {@code x}
     */
    public static double slope(double[] x, double[] y) {
        double[] slopes = new double[x.length * (x.length - 1) / 2];
        int pairs = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                slopes[pairs++] = (y[j] - y[i]) / (x[j] - x[i]);
            }
        }
        return of(slopes);
    }
}
