package org.terminal30.agent.detect;

/** A rise above the warning level; severe when it was above the severe level for its delay. */
final class SurgeRule {
    private static final long NONE = Long.MIN_VALUE;

    private final double warningVolts;
    private final double severeVolts;
    private final long severeNanos;
    private final ThresholdRule rule;
    private final RecordLog log;
    private long severeSince = NONE;

    /** @param judged false for an instrument whose own error lies between the levels: nothing is ever above */
    SurgeRule(DetectorConfig.Surge config, RecordLog log, boolean onSamples, boolean judged) {
        this.log = log;
        this.warningVolts = judged ? config.warningVolts() : Double.POSITIVE_INFINITY;
        this.severeVolts = judged ? config.severeVolts() : Double.POSITIVE_INFINITY;
        this.severeNanos = config.severeMillis() * 1_000_000;
        this.rule = new ThresholdRule(EventKind.SURGE, log, -1, warningVolts,
                warningVolts - config.hysteresisVolts(), config.warningMillis(), onSamples);
    }

    boolean isSteady() {
        return rule.isSteady() && severeSince == NONE;
    }

    double steadyFrom() {
        return rule.steadyFrom();
    }

    double steadyTo() {
        return Math.min(rule.steadyTo(), severeVolts);
    }

    void ran(double low, double high) {
        rule.ran(low, high);
    }

    void sample(long beforeNanos, double before, long nanos, double value) {
        boolean above = value > severeVolts;
        if (above && severeSince == NONE) {
            severeSince = Crossing.nanos(beforeNanos, before, nanos, value, severeVolts);
        }
        if (severeSince != NONE) {
            long until = above ? nanos : Crossing.nanos(beforeNanos, before, nanos, value, severeVolts);
            if (until - severeSince >= severeNanos) {
                severe(until);
            }
        }
        severeSince = above ? severeSince : NONE;
        rule.sample(beforeNanos, before, nanos, value);
    }

    private void severe(long nanos) {
        rule.beginAtOnce(nanos);
        RecordLog.Entry entry = rule.entry();
        if (entry != null && entry.reason == null) {
            entry.reason = SupplyEvent.SEVERE;
            log.report(entry, nanos, true);
        }
    }

    void mean(double mean, long nanos) {
        rule.mean(mean, nanos);
    }

    void gap() {
        rule.gap();
        severeSince = NONE;
    }

    void close(long nanos, String reason) {
        rule.close(nanos, reason);
        severeSince = NONE;
    }
}
