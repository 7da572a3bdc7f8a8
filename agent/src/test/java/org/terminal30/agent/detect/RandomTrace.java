package org.terminal30.agent.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A voltage made of levels, ramps, breaks and holes, with noise: the same for the same seed. */
final class RandomTrace implements DoubleUnaryOperator {
    private static final double[] LEVELS = {12.7, 12.55, 12.5, 12.45, 12.2, 11.6, 11.45, 11, 9, 5.2, 4.9, 0.02, -1,
            14.2, 14.9, 15.2, 17};

    private record Piece(double fromSeconds, double toSeconds, double first, double last) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final double noiseVolts;
    private final long seed;

    RandomTrace(long seed, double seconds, boolean withHoles) {
        this.seed = seed;
        Random random = new Random(seed);
        noiseVolts = random.nextBoolean() ? 0 : 0.2 * random.nextDouble();
        double from = 0;
        double level = 12.7;
        while (from < seconds) {
            double length = Math.pow(10, -2.7 + 3.2 * random.nextDouble());
            double next = LEVELS[random.nextInt(LEVELS.length)];
            boolean hole = withHoles && from > 0 && random.nextInt(25) == 0;
            boolean ramp = random.nextInt(4) == 0;
            pieces.add(hole
                    ? new Piece(from, from + 1.5 * length, Double.NaN, Double.NaN)
                    : new Piece(from, from + length, ramp ? level : next, next));
            from += hole ? 1.5 * length : length;
            level = random.nextInt(3) == 0 ? 12.7 : next;
        }
    }

    @Override
    public double applyAsDouble(double t) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (pieces.get(middle).fromSeconds() <= t) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Piece piece = pieces.get(low);
        double share = (t - piece.fromSeconds()) / (piece.toSeconds() - piece.fromSeconds());
        return piece.first() + share * (piece.last() - piece.first()) + noiseVolts * noise(t);
    }

    /** From −1 to 1, by the time and the seed alone. */
    private double noise(double t) {
        long bits = Double.doubleToLongBits(t) * 0x9E3779B97F4A7C15L + seed;
        bits = (bits ^ (bits >>> 29)) * 0xBF58476D1CE4E5B9L;
        return (bits >> 11) / (double) (1L << 52);
    }
}
