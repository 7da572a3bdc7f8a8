package org.terminal30.agent.battery;

/**
 * Makes means of one second of windows, on a grid that begins with the first window. Seconds without a sample are left out: a
 * slow source gives one now and then.
 */
final class SecondMeans {
    static final long SECOND_NANOS = 1_000_000_000;

    /** Takes each mean when its second is over. */
    @FunctionalInterface
    interface Receiver {
        /**
         * A second with samples is over.
         *
         * @param startNanos its start; it ends {@link #SECOND_NANOS} later
         * @param count samples in it
         */
        void second(long startNanos, double mean, double minimum, double maximum, long count);
    }

    private final Receiver receiver;
    private long startNanos;
    private double sum;
    private long count;
    private double minimum;
    private double maximum;
    private boolean begun;

    SecondMeans(Receiver receiver) {
        this.receiver = receiver;
    }

    void window(long windowStartNanos, double windowMinimum, double windowMaximum, double windowSum,
            long windowCount) {
        if (begun && windowStartNanos - startNanos >= SECOND_NANOS) {
            flush();
            startNanos += (windowStartNanos - startNanos) / SECOND_NANOS * SECOND_NANOS;
        }
        if (!begun) {
            startNanos = windowStartNanos;
            begun = true;
        }
        minimum = count == 0 ? windowMinimum : Math.min(minimum, windowMinimum);
        maximum = count == 0 ? windowMaximum : Math.max(maximum, windowMaximum);
        sum += windowSum;
        count += windowCount;
    }

    /** Gives out the second that is not over, if it has samples. */
    void flush() {
        if (count > 0) {
            receiver.second(startNanos, sum / count, minimum, maximum, count);
        }
        sum = 0;
        count = 0;
    }
}
