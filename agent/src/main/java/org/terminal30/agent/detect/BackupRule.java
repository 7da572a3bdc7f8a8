package org.terminal30.agent.detect;

/**
 * The backup supply below its minimum, once it has been alive. Outside a job, one that is taken away ends its record, as a
 * vehicle does: by the same limits, on its own channel.
 */
final class BackupRule implements ChannelRules {
    private static final long NONE = Long.MIN_VALUE;

    private final DetectorConfig.Backup config;
    private final ThresholdRule rule;
    private final VehiclePresence presence;
    private final boolean onSamples;
    private double minimumVolts;
    private long aliveSince = NONE;
    private boolean alive;

    BackupRule(DetectorConfig limits, RecordLog log, boolean onSamples) {
        this.config = limits.backup();
        this.minimumVolts = config.minimumVolts();
        this.presence = new VehiclePresence(limits.presence());
        this.onSamples = onSamples;
        this.rule = new ThresholdRule(EventKind.BACKUP_LOST, log, 1, minimumVolts,
                minimumVolts + config.hysteresisVolts(), 0, onSamples);
    }

    @Override
    public boolean isSteady() {
        return presence.isSteady() && (alive ? rule.isSteady() : !onSamples);
    }

    @Override
    public boolean passes(double minimum, double maximum) {
        double from = alive ? Math.max(presence.steadyFrom(), rule.steadyFrom()) : presence.steadyFrom();
        double to = alive ? Math.min(presence.steadyTo(), rule.steadyTo()) : presence.steadyTo();
        if (!(minimum >= from) || !(maximum <= to)) {
            return false;
        }
        rule.ran(minimum, maximum);
        return true;
    }

    @Override
    public void sample(long beforeNanos, double before, long nanos, double value) {
        presence.sample(nanos, value);
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

    @Override
    public void slot(double mean, long nanos) {
        if (!onSamples) {
            live(mean, nanos);
        }
        if (alive) {
            rule.mean(mean, nanos);
        }
    }

    @Override
    public void gap(long nanos) {
        rule.gap();
        presence.gap();
        aliveSince = NONE;
    }

    @Override
    public void duty(Duty duty, long nanos) {
        presence.job(duty != Duty.NO_JOB);
    }

    /** Of another saver nothing has been seen yet: it has to be alive by its own minimum before it can be lost. */
    @Override
    public void saver(SaverLimits limits, long nanos) {
        if (limits.minimumVolts() != minimumVolts) {
            minimumVolts = limits.minimumVolts();
            rule.close(nanos, SupplyEvent.DISARMED);
            rule.levels(minimumVolts, minimumVolts + config.hysteresisVolts());
            alive = false;
            aliveSince = NONE;
        }
    }

    private void live(double volts, long nanos) {
        if (volts < minimumVolts) {
            aliveSince = NONE;
        } else {
            aliveSince = aliveSince == NONE ? nanos : aliveSince;
            alive |= nanos - aliveSince >= config.aliveMillis() * 1_000_000;
        }
    }
}
