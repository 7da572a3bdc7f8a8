package org.terminal30.agent.job.code;

import java.util.Arrays;

import org.terminal30.agent.battery.Medians;

/** Means of a minute, up to an hour of them, and how steep they fall. Minutes without a sample are left out. */
final class MinuteMeans {
    static final double MINUTE_SECONDS = 60;
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int MOST = 60;

    /** Seconds since the first window, and volts. */
    private final double[] seconds = new double[MOST];
    private final double[] volts = new double[MOST];
    private int size;
    private long firstNanos = Long.MIN_VALUE;
    private long minuteNanos;
    private double sum;
    private long count;

    /** A window; true when a minute has become complete with it. */
    boolean window(long endNanos, double mean, long samples) {
        if (firstNanos == Long.MIN_VALUE) {
            firstNanos = endNanos;
            minuteNanos = endNanos;
        }
        boolean over = endNanos - minuteNanos >= MINUTE_NANOS;
        if (over) {
            close();
            minuteNanos += (endNanos - minuteNanos) / MINUTE_NANOS * MINUTE_NANOS;
        }
        sum += mean * samples;
        count += samples;
        return over;
    }

    private void close() {
        if (count == 0) {
            return;
        }
        if (size == MOST) {
            System.arraycopy(seconds, 1, seconds, 0, MOST - 1);
            System.arraycopy(volts, 1, volts, 0, MOST - 1);
            size--;
        }
        seconds[size] = (minuteNanos - firstNanos) / 1e9 + MINUTE_SECONDS / 2;
        volts[size] = sum / count;
        size++;
        sum = 0;
        count = 0;
    }

    void clear() {
        size = 0;
        firstNanos = Long.MIN_VALUE;
        sum = 0;
        count = 0;
    }

    int size() {
        return size;
    }

    /** The newest mean. */
    double latestVolts() {
        return volts[size - 1];
    }

    /** How much the newest mean lies above the one before; 0 with fewer than two. */
    double step() {
        return size < 2 ? 0 : volts[size - 1] - volts[size - 2];
    }

    /** Seconds from the middle of the older half to that of the newer one. */
    double halvesApartSeconds() {
        int half = size / 2;
        return (seconds[size - 1] + seconds[size - half] - seconds[half - 1] - seconds[0]) / 2;
    }

    /** Volts a second in the older half, negative while it falls. */
    double olderSlope() {
        return slope(0, size / 2);
    }

    /** Volts a second in the newer half, negative while it falls. */
    double newerSlope() {
        return slope(size - size / 2, size);
    }

    private double slope(int from, int to) {
        return Medians.slope(Arrays.copyOfRange(seconds, from, to), Arrays.copyOfRange(volts, from, to));
    }
}
