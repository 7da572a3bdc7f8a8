package org.terminal30.agent.battery;

import java.util.OptionalDouble;

/** The windows of the last minute, for what is told of them afterwards. */
final class RecentWindows {
    private static final int WINDOWS = 600;

    private final long[] starts = new long[WINDOWS];
    private final double[] means = new double[WINDOWS];
    private long added;

    void add(long startNanos, double mean) {
        int place = (int) (added % WINDOWS);
        starts[place] = startNanos;
        means[place] = mean;
        added++;
    }

    /** The lowest mean of the windows that begin and end within; empty when there is none. */
    OptionalDouble lowestMean(long fromNanos, long toNanos, long windowNanos) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(added, WINDOWS); i++) {
            if (starts[i] >= fromNanos && starts[i] + windowNanos <= toNanos) {
                lowest = Math.min(lowest, means[i]);
            }
        }
        return lowest == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(lowest);
    }
}
