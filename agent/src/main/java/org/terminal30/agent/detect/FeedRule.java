package org.terminal30.agent.detect;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** The backup alone feeds the car, and does no longer (rule B6). Judged on means over 20 ms, while armed. */
final class FeedRule {
    private static final long NONE = Long.MIN_VALUE;
    /** A second of means over 20 ms, the most that a reference is taken over. */
    private static final int MEANS = 50;

    private final FeedLimits config;
    private final ThresholdRule rule;
    private final double[] means = new double[MEANS];
    private double floorVolts;
    private int count;
    private long liftedNanos = NONE;
    private boolean armed;

    FeedRule(FeedLimits config, RecordLog log, boolean onSamples) {
        this.config = config;
        this.floorVolts = config.holdFloorVolts();
        this.rule = new ThresholdRule(EventKind.FEED_LOST, log, 1, floorVolts,
                floorVolts + config.hysteresisVolts(), config.delayMillis(), config.endMillis(),
                onSamples);
    }

    boolean isSteady() {
        return !armed || rule.isSteady();
    }

    double steadyFrom() {
        return armed ? rule.steadyFrom() : Double.NEGATIVE_INFINITY;
    }

    double steadyTo() {
        return armed ? rule.steadyTo() : Double.POSITIVE_INFINITY;
    }

    void ran(double low, double high) {
        rule.ran(low, high);
    }

    RecordLog.@Nullable Entry entry() {
        return rule.entry();
    }

    void arm() {
        armed = true;
        liftedNanos = NONE;
        rule.levels(floorVolts, floorVolts + config.hysteresisVolts());
    }

    /** What the saver holds a car at, at the least; counts from the next time that it is armed. */
    void floor(double volts) {
        floorVolts = volts;
    }

    /** The battery feeds again, or nobody minds any more. */
    void disarm(long nanos) {
        armed = false;
        rule.close(nanos, SupplyEvent.DISARMED);
    }

    /** The clamp was lifted: what the backup holds from here on is the reference. */
    void lifted(long nanos) {
        if (armed) {
            liftedNanos = nanos;
            count = 0;
        }
    }

    void sample(long beforeNanos, double before, long nanos, double value) {
        if (armed) {
            rule.sample(beforeNanos, before, nanos, value);
        }
    }

    void mean(double mean, long nanos) {
        if (!armed) {
            return;
        }
        rule.mean(mean, nanos);
        long sinceMillis = (nanos - liftedNanos) / 1_000_000 - config.settleMillis();
        if (liftedNanos == NONE || sinceMillis < 0) {
            return;
        }
        if (sinceMillis <= config.referenceMillis() && count < MEANS) {
            means[count++] = mean;
        }
        if (sinceMillis >= config.referenceMillis() && count > 0) {
            settle();
        }
    }

    private void settle() {
        Arrays.sort(means, 0, count);
        double reference = means[count / 2];
        // A feed that is lost already is no reference.
        if (reference >= floorVolts) {
            rule.levels(reference - config.fallVolts(), reference - config.hysteresisVolts());
        }
        liftedNanos = NONE;
    }

    void gap() {
        rule.gap();
    }
}
