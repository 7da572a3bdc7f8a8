package org.terminal30.agent.job.code;

import org.terminal30.hardware.sample.SampleBlock;

/**
 * Sees the supply fall while a code is typed in: {@value #SAG_VOLTS} V below its mean of ten seconds, or below 11.5 V, for 20 ms
 * (rule B7).
 */
final class SagWatch {
    static final double SAG_VOLTS = 0.4;
    /** Slower than this, 20 ms cannot be seen. */
    static final double LEAST_HERTZ = 100;
    private static final long SAG_NANOS = 20_000_000;
    private static final int REFERENCE_WINDOWS = 100;
    private static final int LEAST_WINDOWS = 10;
    /** Samples in 20 ms, for the fastest front-end there is. */
    private static final int MOST_SAMPLES = 4_096;

    private final double[] windows = new double[REFERENCE_WINDOWS];
    private long windowCount;
    private double windowSum;
    private final long[] nanos = new long[MOST_SAMPLES];
    private final double[] values = new double[MOST_SAMPLES];
    private int oldest;
    private int held;
    private double heldSum;
    private boolean sagged;

    /** A window of 100 ms of the car's network. */
    void window(double mean) {
        judge(mean);
        int place = (int) (windowCount % REFERENCE_WINDOWS);
        windowSum += mean - (windowCount < REFERENCE_WINDOWS ? 0 : windows[place]);
        windows[place] = mean;
        windowCount++;
    }

    /** Samples of the car's network. */
    void samples(SampleBlock block) {
        for (int i = 0; i < block.size(); i++) {
            sample(block.nanosAt(i), block.valueAt(i));
        }
    }

    private void sample(long atNanos, double value) {
        boolean full = held > 0 && atNanos - nanos[oldest] >= SAG_NANOS;
        while (held > 0 && (atNanos - nanos[oldest] > SAG_NANOS || held == MOST_SAMPLES)) {
            heldSum -= values[oldest];
            oldest = (oldest + 1) % MOST_SAMPLES;
            held--;
        }
        int place = (oldest + held) % MOST_SAMPLES;
        nanos[place] = atNanos;
        values[place] = value;
        held++;
        heldSum += value;
        if (full) {
            judge(heldSum / held);
        }
    }

    private void judge(double mean) {
        sagged |= mean < SteadySupply.LEAST_VOLTS
                || (windowCount >= LEAST_WINDOWS && mean < referenceVolts() - SAG_VOLTS);
    }

    private double referenceVolts() {
        return windowSum / Math.min(windowCount, REFERENCE_WINDOWS);
    }

    /** Whether it fell since this was asked last. */
    boolean takeSag() {
        boolean since = sagged;
        sagged = false;
        return since;
    }
}
