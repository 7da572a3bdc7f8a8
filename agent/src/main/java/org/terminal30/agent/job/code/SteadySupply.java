package org.terminal30.agent.job.code;

import org.terminal30.agent.battery.ChargingLimits;
import org.terminal30.agent.battery.RestLimits;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.DetectorConfig;

/** Whether the supply has been steady and high enough, for long enough, to type a code in (rule B7). */
final class SteadySupply {
    /** So long it has to be steady. */
    static final int SECONDS = 30;
    /** So far from their common mean may the means of a second lie. */
    static final double BAND_VOLTS = 0.10;
    static final double READY_VOLTS = RestLimits.DEFAULT.readyVolts();
    static final double LEAST_VOLTS = DetectorConfig.DEFAULT.critical().startVolts();
    static final double MOST_VOLTS = ChargingLimits.DEFAULT.maxVolts();
    /** From here on something charges. */
    static final double CHARGING_VOLTS = ChargingLimits.DEFAULT.minVolts();
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long HOLE_NANOS = 2 * SECOND_NANOS;

    private final double[] means = new double[SECONDS];
    private int seconds;
    private int next;
    private double latestVolts = Double.NaN;
    private long secondNanos = Long.MIN_VALUE;
    private double sum;
    private long count;

    /** What the level and its steadiness allow. */
    enum Level {
        /** Too short, or there was a hole. */
        MEASURING,
        UNSTEADY,
        READY,
        CHARGE_FIRST,
        TOO_WEAK,
        TOO_HIGH
    }

    /** A window of 100 ms of the car's network. */
    void window(long endNanos, double mean, long samples) {
        long start = endNanos - Detector.WINDOW_NANOS;
        if (secondNanos == Long.MIN_VALUE) {
            secondNanos = start;
        }
        if (start - secondNanos >= SECOND_NANOS) {
            close();
            if (start - secondNanos >= HOLE_NANOS + SECOND_NANOS) {
                again();
            }
            secondNanos += (start - secondNanos) / SECOND_NANOS * SECOND_NANOS;
        }
        sum += mean * samples;
        count += samples;
    }

    private void close() {
        if (count > 0) {
            latestVolts = sum / count;
            means[next] = latestVolts;
            next = (next + 1) % SECONDS;
            seconds = Math.min(seconds + 1, SECONDS);
        }
        sum = 0;
        count = 0;
    }

    /** It has to be steady for the whole time from now on. */
    void again() {
        seconds = 0;
        next = 0;
    }

    Level level() {
        if (Double.isNaN(latestVolts)) {
            return Level.MEASURING;
        }
        if (latestVolts < READY_VOLTS) {
            return latestVolts < LEAST_VOLTS ? Level.TOO_WEAK : Level.CHARGE_FIRST;
        }
        if (latestVolts > MOST_VOLTS) {
            return Level.TOO_HIGH;
        }
        if (!isComplete() || lowest() < READY_VOLTS || highest() > MOST_VOLTS) {
            return Level.MEASURING;
        }
        return spreadVolts() > BAND_VOLTS ? Level.UNSTEADY : Level.READY;
    }

    /** Whether the whole time has been seen. */
    boolean isComplete() {
        return seconds == SECONDS;
    }

    /** Mean of the latest second; NaN before there was one. */
    double latestVolts() {
        return latestVolts;
    }

    /** How far the furthest second lies from the mean of all that were seen. */
    double spreadVolts() {
        double all = 0;
        for (int i = 0; i < seconds; i++) {
            all += means[i];
        }
        double mean = all / seconds;
        return seconds == 0 ? 0 : Math.max(highest() - mean, mean - lowest());
    }

    private double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < seconds; i++) {
            lowest = Math.min(lowest, means[i]);
        }
        return lowest;
    }

    private double highest() {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < seconds; i++) {
            highest = Math.max(highest, means[i]);
        }
        return highest;
    }
}
