package org.terminal30.agent.detect;

import java.util.Arrays;

/** Dips below a slowly following reference (rule B3). */
final class DipRule {
    private static final int FIRST_MEANS = 10;

    private final DetectorConfig.Dip config;
    private final ThresholdRule rule;
    private final double[] first = new double[FIRST_MEANS];
    private int firstCount;
    private long firstNanos;
    private long lastNanos;
    private double reference = Double.NaN;
    private boolean touched;
    private double levelMin;
    private double levelMax;
    private long levelNanos;

    DipRule(DetectorConfig.Dip config, RecordLog log) {
        this.config = config;
        this.rule = new ThresholdRule(EventKind.DIP, log, 1, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 0,
                true);
    }

    boolean isSteady() {
        return rule.isSteady() && touched == rule.isOpen();
    }

    double steadyFrom() {
        return rule.steadyFrom();
    }

    double steadyTo() {
        return rule.steadyTo();
    }

    void ran(double low, double high) {
        rule.ran(low, high);
    }

    void sample(long beforeNanos, double before, long nanos, double value) {
        rule.sample(beforeNanos, before, nanos, value);
        touched |= rule.isOpen();
    }

    /** Takes the mean of a window; the reference is frozen while a dip is open, and while the engine may be starting. */
    void mean(double mean, long nanos, boolean interrupted, boolean starting) {
        if (rule.isOpen()) {
            newLevel(mean, nanos, interrupted);
        } else if (Double.isNaN(reference)) {
            begin(mean, nanos);
        } else if (!touched && !starting) {
            double weight = -Math.expm1(-(nanos - lastNanos) / (config.timeConstantMillis() * 1e6));
            follow(reference + weight * (mean - reference));
        }
        touched = rule.isOpen();
        lastNanos = nanos;
    }

    private void begin(double mean, long nanos) {
        firstNanos = firstCount == 0 ? nanos : firstNanos;
        first[firstCount++] = mean;
        if (firstCount == FIRST_MEANS || nanos - firstNanos >= 1_000_000_000L) {
            Arrays.sort(first, 0, firstCount);
            follow(first[firstCount / 2]);
        }
    }

    private void follow(double volts) {
        reference = Math.min(config.maxReferenceVolts(), volts);
        boolean high = reference >= config.minReferenceVolts();
        rule.levels(high ? config.startFraction() * reference : Double.NEGATIVE_INFINITY,
                high ? config.endFraction() * reference : Double.NEGATIVE_INFINITY);
        levelNanos = Long.MIN_VALUE;
    }

    private void newLevel(double mean, long nanos, boolean interrupted) {
        double min = Math.min(levelMin, mean);
        double max = Math.max(levelMax, mean);
        if (levelNanos == Long.MIN_VALUE || interrupted || max - min > 2 * config.newLevelVolts()
                || mean < config.minReferenceVolts()) {
            levelNanos = nanos;
            levelMin = mean;
            levelMax = mean;
            return;
        }
        levelMin = min;
        levelMax = max;
        if (nanos - levelNanos >= config.newLevelMillis() * 1_000_000) {
            rule.close(nanos, SupplyEvent.NEW_LEVEL);
            follow((min + max) / 2);
        }
    }

    /** What was not seen was not steady. */
    void gap() {
        rule.gap();
        levelNanos = Long.MIN_VALUE;
    }

    void close(long nanos, String reason) {
        rule.close(nanos, reason);
        reference = Double.NaN;
        firstCount = 0;
        rule.levels(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }
}
