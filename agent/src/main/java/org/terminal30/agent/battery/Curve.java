package org.terminal30.agent.battery;

/** Straight lines between points of rising x; beyond the outer points, their value. */
final class Curve {
    private final double[] x;
    private final double[] y;

    private Curve(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * A curve through points.
     *
     * @param coordinates x and y of each, x rising
     * @throws IllegalArgumentException when they are fewer than two points or x does not rise
     */
    static Curve through(double... coordinates) {
        int points = coordinates.length / 2;
        if (points < 2 || coordinates.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "%d coordinates, must be at least two pairs".formatted(coordinates.length));
        }
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = coordinates[2 * i];
            y[i] = coordinates[2 * i + 1];
            if (i > 0 && !(x[i] > x[i - 1])) {
                throw new IllegalArgumentException("x goes from %s to %s, must rise".formatted(x[i - 1], x[i]));
            }
        }
        return new Curve(x, y);
    }

    double at(double where) {
        if (where <= x[0]) {
            return y[0];
        }
        for (int i = 1; i < x.length; i++) {
            if (where <= x[i]) {
                return y[i - 1] + (y[i] - y[i - 1]) * (where - x[i - 1]) / (x[i] - x[i - 1]);
            }
        }
        return y[y.length - 1];
    }
}
