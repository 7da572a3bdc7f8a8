package org.terminal30.agent.battery;

import java.util.OptionalDouble;

/** The windows of the last minute, for what is told of them afterwards. Used by one thread. */
public final class RecentWindows {
    private static final int WINDOWS = 600;

    private final long[] ends = new long[WINDOWS];
    private final double[] means = new double[WINDOWS];
    private long added;

    /** The next window. */
    public void add(long endNanos, double mean) {
        int place = (int) (added % WINDOWS);
        ends[place] = endNanos;
        means[place] = mean;
        added++;
    }

    /** The lowest mean of the windows that begin and end within; empty when there is none. */
    OptionalDouble lowestMean(long fromNanos, long toNanos, long windowNanos) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(added, WINDOWS); i++) {
            if (ends[i] - windowNanos >= fromNanos && ends[i] <= toNanos) {
                lowest = Math.min(lowest, means[i]);
            }
        }
        return lowest == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(lowest);
    }

    /** The mean of the windows that end after one moment and not after another; empty with fewer than {@code least} of them. */
    public OptionalDouble mean(long afterNanos, long toNanos, int least) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < Math.min(added, WINDOWS); i++) {
            if (ends[i] > afterNanos && ends[i] <= toNanos) {
                sum += means[i];
                count++;
            }
        }
        return count < least ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }
}
