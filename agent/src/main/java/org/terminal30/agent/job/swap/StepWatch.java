package org.terminal30.agent.job.swap;

/**
 * Finds a step of a level: the mean of the last half second against that of the second before it, with half a second between
 * them for the step itself. Fed with means over 100 ms.
 */
final class StepWatch {
    private static final int BEFORE = 10;
    private static final int BETWEEN = 5;
    private static final int AFTER = 5;
    private static final int KEPT = BEFORE + BETWEEN + AFTER;

    private final double[] means = new double[KEPT];
    private long count;
    private long lastNanos;

    void add(double mean, long nanos) {
        if (count > 0 && nanos - lastNanos > Levels.FRESH_NANOS) {
            count = 0;
        }
        means[(int) (count++ % KEPT)] = mean;
        lastNanos = nanos;
    }

    /** How far the level has risen, negative for a fall; 0 until enough is known. */
    double rise() {
        return count < KEPT ? 0 : mean(KEPT - AFTER, KEPT) - mean(0, BEFORE);
    }

    /** The mean of kept ones, 0 being the oldest. */
    private double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += means[(int) ((count + i) % KEPT)];
        }
        return sum / (to - from);
    }
}
