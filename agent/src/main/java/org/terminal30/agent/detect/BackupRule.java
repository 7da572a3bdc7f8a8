package org.terminal30.agent.detect;

/**
 * The backup supply below its minimum, once it has been alive. Outside a job, one that is taken away ends its record, as a
 * vehicle does: by the same limits, on its own channel.
 */
final class BackupRule {
    private static final long NONE = Long.MIN_VALUE;

    private final DetectorConfig.Backup config;
    private final ThresholdRule rule;
    private final VehiclePresence presence;
    private final boolean onSamples;
    private long aliveSince = NONE;
    private boolean alive;

    BackupRule(DetectorConfig.Backup config, DetectorConfig.Presence presence, RecordLog log, boolean onSamples) {
        this.config = config;
        this.presence = new VehiclePresence(presence);
        this.onSamples = onSamples;
        this.rule = new ThresholdRule(EventKind.BACKUP_LOST, log, 1, config.minimumVolts(),
                config.minimumVolts() + config.hysteresisVolts(), 0, onSamples);
    }

    void sample(long beforeNanos, double before, long nanos, double value, boolean jobRunning) {
        presence.sample(nanos, value, jobRunning);
        if (presence.absent() && alive) {
            rule.close(nanos, SupplyEvent.NO_VEHICLE);
            alive = false;
            aliveSince = NONE;
        }
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

    void gap() {
        rule.gap();
        presence.gap();
        aliveSince = NONE;
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
