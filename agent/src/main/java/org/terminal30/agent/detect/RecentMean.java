package org.terminal30.agent.detect;

/** The mean of the windows of the last two seconds: what the supply was like before something happened. */
final class RecentMean {
    private static final long SPAN_NANOS = 2_000_000_000;
    private static final int WINDOWS = (int) (SPAN_NANOS / Detector.WINDOW_NANOS);

    private final double[] means = new double[WINDOWS];
    private final long[] times = new long[WINDOWS];
    private long count;

    void window(double mean, long nanos) {
        int place = (int) (count++ % WINDOWS);
        means[place] = mean;
        times[place] = nanos;
    }

    /** Of the windows up to two seconds ago; the last one, when all are older; {@code otherwise} before there is any. */
    double at(long nowNanos, double otherwise) {
        double sum = 0;
        int recent = 0;
        for (int place = 0; place < Math.min(count, WINDOWS); place++) {
            if (nowNanos - times[place] <= SPAN_NANOS) {
                sum += means[place];
                recent++;
            }
        }
        if (recent > 0) {
            return sum / recent;
        }
        return count == 0 ? otherwise : means[(int) ((count - 1) % WINDOWS)];
    }

    void clear() {
        count = 0;
    }
}
