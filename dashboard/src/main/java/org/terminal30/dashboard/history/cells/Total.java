package org.terminal30.dashboard.history.cells;

import org.terminal30.dashboard.history.Bucket;

/**
 * What cells make together, in steps. The sum is a double: whole up to 2⁵³ steps, which are ten minutes of 100 000 samples/s at
 * 150 V, and close enough beyond to divide by the count.
 */
public final class Total {
    private long minimum = Long.MAX_VALUE;
    private long maximum = Long.MIN_VALUE;
    private double sum;
    private long count;

    public void add(long cellMinimum, long cellMaximum, double cellSum, long cellCount) {
        minimum = Math.min(minimum, cellMinimum);
        maximum = Math.max(maximum, cellMaximum);
        sum += cellSum;
        count += cellCount;
    }

    public long minimum() {
        return minimum;
    }

    public long maximum() {
        return maximum;
    }

    /** The sum as a whole number; one that has no room in a long ends at its limits. */
    public long wholeSum() {
        return (long) sum;
    }

    public long count() {
        return count;
    }

    public Bucket bucket(long startNanos) {
        return new Bucket(startNanos, Steps.value(minimum), Steps.value(maximum), sum / count / Steps.PER_UNIT);
    }
}
