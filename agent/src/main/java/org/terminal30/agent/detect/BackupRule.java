package org.terminal30.agent.detect;

/** The backup supply below its minimum, once it has been alive. */
final class BackupRule {
    private static final long NONE = Long.MIN_VALUE;

    private final DetectorConfig.Backup config;
    private final ThresholdRule rule;
    private final boolean onSamples;
    private long aliveSince = NONE;
    private boolean alive;

    BackupRule(DetectorConfig.Backup config, RecordLog log, boolean onSamples) {
        this.config = config;
        this.onSamples = onSamples;
        this.rule = new ThresholdRule(EventKind.BACKUP_LOST, log, 1, config.minimumVolts(),
                config.minimumVolts() + config.hysteresisVolts(), 0, onSamples);
    }

    void sample(long beforeNanos, double before, long nanos, double value) {
        if (onSamples) {
            live(value, nanos);
        }
        if (alive) {
            rule.sample(beforeNanos, before, nanos, value);
        }
    }

    void mean(double mean, long nanos) {
        if (!onSamples) {
            live(mean, nanos);
        }
        if (alive) {
            rule.mean(mean, nanos);
        }
    }

    private void live(double volts, long nanos) {
        if (volts < config.minimumVolts()) {
            aliveSince = NONE;
        } else {
            aliveSince = aliveSince == NONE ? nanos : aliveSince;
            alive |= nanos - aliveSince >= config.aliveMillis() * 1_000_000;
        }
    }
}
