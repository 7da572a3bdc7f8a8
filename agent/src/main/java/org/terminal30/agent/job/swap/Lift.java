package org.terminal30.agent.job.swap;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.terminal30.agent.detect.SupplyEvent;

/**
 * The clamp was lifted: since when, and what the saver holds the network at (rule B6: the median from 0.3 to 1.3 s after it).
 * Fed with means over 100 ms of the network.
 */
final class Lift {
    private static final long SETTLE_NANOS = 300_000_000;
    private static final long REFERENCE_NANOS = 1_300_000_000;
    /** So long the lift itself is the test of the saver. */
    private static final long TEST_NANOS = 3_000_000_000L;
    /** The means of a second. */
    private static final int MEANS = 10;

    private final long sinceNanos;
    private final double[] means = new double[MEANS];
    private int count;
    private boolean failed;

    Lift(long sinceNanos) {
        this.sinceNanos = sinceNanos;
    }

    long sinceNanos() {
        return sinceNanos;
    }

    void onboard(double mean, long endNanos) {
        long since = endNanos - sinceNanos;
        if (since > SETTLE_NANOS && since <= REFERENCE_NANOS && count < MEANS) {
            means[count++] = mean;
        }
    }

    /** What the saver holds; empty until it has settled. */
    OptionalDouble referenceVolts() {
        if (count == 0) {
            return OptionalDouble.empty();
        }
        double[] sorted = Arrays.copyOf(means, count);
        Arrays.sort(sorted);
        return OptionalDouble.of(sorted[count / 2]);
    }

    /** Whether the test fails by this record of the feed: it was lost within it, for the first time. */
    boolean failsBy(SupplyEvent lost) {
        boolean fails = lost.open() && !failed && !hasHeld(lost.startNanos());
        failed |= fails;
        return fails;
    }

    /** What was lost in the test stays lost until the clamp is back. */
    boolean hasFailed() {
        return failed;
    }

    /** Whether the saver has held the network alone for as long as the test takes. */
    boolean hasHeld(long nowNanos) {
        return nowNanos - sinceNanos >= TEST_NANOS;
    }
}
