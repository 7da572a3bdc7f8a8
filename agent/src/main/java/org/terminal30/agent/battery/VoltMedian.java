package org.terminal30.agent.battery;

/** Median of any number of voltages, to the centivolt, in a fixed amount of memory. */
final class VoltMedian {
    private static final double STEP_VOLTS = 0.01;
    private static final int STEPS = 3000;

    private final long[] counts = new long[STEPS];
    private long count;

    void add(double volts) {
        int step = (int) Math.round(volts / STEP_VOLTS);
        counts[Math.clamp(step, 0, STEPS - 1)]++;
        count++;
    }

    long count() {
        return count;
    }

    /**
     * The median; what lay outside 0 to 30 V counts as the nearer end.
     *
     * @throws IllegalStateException when there is none yet
     */
    double volts() {
        if (count == 0) {
            throw new IllegalStateException("no voltage, no median");
        }
        long below = 0;
        int step = 0;
        while (2 * (below + counts[step]) < count) {
            below += counts[step];
            step++;
        }
        return Math.round(step * STEP_VOLTS * 100) / 100.0;
    }
}
