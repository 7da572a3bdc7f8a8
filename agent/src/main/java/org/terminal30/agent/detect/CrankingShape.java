package org.terminal30.agent.detect;

import org.jspecify.annotations.Nullable;

/** The shape of what may be an engine start: its extremes, its mean after the first fall, and how it swings with the strokes. */
final class CrankingShape {
    /** The first fall, until the starter turns. */
    private static final long INRUSH_NANOS = 100_000_000;
    /** A smaller swing is noise. */
    private static final double SWING_VOLTS = 0.1;
    /** The last 160 ms are the way back to rest: whatever comes back slowly enough would seem to have turned. */
    private static final int WAY_BACK = 8;

    private final double[] latest = new double[WAY_BACK];
    private long fellNanos;
    private double minimum;
    private double maximum;
    private double sum;
    private int count;
    private double slotMinimum;
    private boolean risen;
    private double high;
    private double low;
    private boolean falling;
    private double swings;
    private int swingCount;

    void begin(long nanos) {
        fellNanos = nanos;
        minimum = Double.POSITIVE_INFINITY;
        maximum = Double.NEGATIVE_INFINITY;
        sum = 0;
        count = 0;
        slotMinimum = Double.POSITIVE_INFINITY;
        risen = false;
        high = Double.NEGATIVE_INFINITY;
        low = Double.POSITIVE_INFINITY;
        falling = false;
        swings = 0;
        swingCount = 0;
    }

    void sample(double value) {
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
    }

    /** Takes a mean over 20 ms, or of a slow source a sample. */
    void judged(long nanos, double value, double riseVolts) {
        slotMinimum = Math.min(slotMinimum, value);
        risen |= value >= slotMinimum + riseVolts;
        if (nanos - fellNanos > INRUSH_NANOS) {
            if (count >= WAY_BACK) {
                sum += latest[count % WAY_BACK];
            }
            latest[count % WAY_BACK] = value;
            count++;
            swing(value);
        }
    }

    /** Follows the voltage from turning point to turning point and counts the falls: the last rise belongs to no stroke. */
    private void swing(double value) {
        if (falling) {
            low = Math.min(low, value);
            if (value >= low + SWING_VOLTS) {
                swings += high - low;
                swingCount++;
                falling = false;
                high = value;
            }
        } else {
            high = Math.max(high, value);
            if (value <= high - SWING_VOLTS) {
                falling = true;
                low = value;
            }
        }
    }

    double minimum() {
        return minimum;
    }

    double maximum() {
        return maximum;
    }

    /** Whether the voltage has come up from its lowest mean: something turns. */
    boolean hasRisen() {
        return risen;
    }

    /** How far the mean, without the first fall and the way back, lies above the minimum; 0 when nothing lies between. */
    double liftVolts() {
        return count <= WAY_BACK ? 0 : sum / (count - WAY_BACK) - minimum;
    }

    /** The mean swing; null when the voltage did not swing. */
    @Nullable
    Double rippleVolts() {
        return swingCount == 0 ? null : swings / swingCount;
    }
}
