package org.terminal30.hardware.simulated;

import java.util.SplittableRandom;

/**
 * What a converter gets wrong, in counts, which datasheets call LSB.
 *
 * @param offsetCounts added to everything
 * @param gainCounts at the end of the range, on top of the offset
 * @param linearity size of the largest deviation from the straight line
 * @param shape how that deviation runs over the range
 * @param noiseCountsRms gaussian, of each conversion
 */
public record ConverterErrors(double offsetCounts, double gainCounts, double linearity, Shape shape,
        double noiseCountsRms) {
    /** Deviation from the straight line over the range, −1 to 1, at a share of the range from 0 to 1. */
    @FunctionalInterface
    public interface Shape {
        double at(double share);
    }

    public static final ConverterErrors NONE = new ConverterErrors(0, 0, 0, share -> 0, 0);
    private static final int PROBES = 512;

    /**
     * The shape of a converter that weighs bit by bit: a bow, an S, and a jump where each of its three largest weights changes
     * over; mixed by chance, its peak is 1.
     */
    public static Shape randomShape(SplittableRandom chance) {
        double[] mix = new double[5];
        for (int i = 0; i < mix.length; i++) {
            mix[i] = chance.nextDouble(-1, 1);
        }
        Shape mixed = share -> mix[0] * Math.sin(Math.PI * share) + mix[1] * Math.sin(2 * Math.PI * share)
                + 0.5 * (mix[2] * saw(share, 2) + mix[3] * saw(share, 4) + mix[4] * saw(share, 8));
        double peak = 0;
        for (int i = 0; i < PROBES; i++) {
            peak = Math.max(peak, Math.abs(mixed.at((double) i / PROBES)));
        }
        double scale = 1 / peak;
        return share -> mixed.at(share) * scale;
    }

    /** Falls by 1 at every change-over of a weight, and climbs back between them; without a jump at the ends. */
    private static double saw(double share, int parts) {
        double within = share * parts;
        return within - Math.floor(within) - 0.5;
    }

    /** The code of an exact number of counts: transitions lie between two whole numbers, as in a converter without errors. */
    int counts(double exact, int range, SplittableRandom noise) {
        double share = exact / range;
        double wrong = exact + offsetCounts + gainCounts * share + linearity * shape.at(Math.clamp(share, 0.0, 1.0))
                + (noiseCountsRms == 0 ? 0 : noiseCountsRms * noise.nextGaussian());
        return Math.clamp(Math.round(wrong), 0, range - 1);
    }
}
