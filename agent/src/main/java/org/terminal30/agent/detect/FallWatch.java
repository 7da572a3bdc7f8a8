package org.terminal30.agent.detect;

import java.util.Arrays;

/** Notices when a voltage falls by so much within so long, or from one sample to the next. */
final class FallWatch {
    /** Of 20 ms each; the one under way and these hold more than any fall lasts. */
    private final double[] highs;
    private final double fallVolts;
    private final long withinNanos;
    private final SampleRing ring;
    private double high = Double.NEGATIVE_INFINITY;
    private int slot;

    /**
     * @param withinNanos 0 for neighbours only
     * @param ring the samples up to the present one
     */
    FallWatch(double fallVolts, long withinNanos, SampleRing ring) {
        this.fallVolts = fallVolts;
        this.withinNanos = withinNanos;
        this.ring = ring;
        this.highs = new double[(int) (withinNanos / ChannelDetector.SLOT_NANOS) + 1];
        clear();
    }

    double fallVolts() {
        return fallVolts;
    }

    /** Whether a sample between these two could be the end of a fall. */
    boolean canEndIn(double minimum, double maximum) {
        return minimum <= Math.max(maximum, recentHigh()) - fallVolts;
    }

    /** Takes samples up to this one. */
    void ran(double maximum) {
        high = Math.max(high, maximum);
    }

    /** Takes a sample; whether it is the end of a fall. */
    boolean sample(double before, long nanos, double value) {
        high = Math.max(high, value);
        if (before - value >= fallVolts) {
            return true;
        }
        return withinNanos > 0 && value <= recentHigh() - fallVolts && hasFallen(nanos, value);
    }

    /** Twenty milliseconds are over. */
    void nextSlot() {
        highs[slot] = high;
        slot = (slot + 1) % highs.length;
        high = Double.NEGATIVE_INFINITY;
    }

    private double recentHigh() {
        double top = high;
        for (double each : highs) {
            top = Math.max(top, each);
        }
        return top;
    }

    private boolean hasFallen(long nanos, double value) {
        for (long number = ring.written() - 1; number >= ring.oldest(); number--) {
            if (nanos - ring.nanosAt(number) > withinNanos) {
                return false;
            }
            if (ring.valueAt(number) - value >= fallVolts) {
                return true;
            }
        }
        return false;
    }

    /** When the present fall went through this level; of a fall that began below it, when it began. */
    long crossing(double level, long nanos) {
        long number = ring.written() - 1;
        while (number > ring.oldest() && ring.valueAt(number - 1) < level
                && nanos - ring.nanosAt(number - 1) <= withinNanos) {
            number--;
        }
        if (number == ring.oldest() || ring.valueAt(number - 1) < level) {
            return ring.nanosAt(number);
        }
        return Crossing.nanos(ring.nanosAt(number - 1), ring.valueAt(number - 1), ring.nanosAt(number),
                ring.valueAt(number), level);
    }

    void clear() {
        Arrays.fill(highs, Double.NEGATIVE_INFINITY);
        high = Double.NEGATIVE_INFINITY;
    }
}
