package org.terminal30.agent.detect;

/** Whether a vehicle is connected (rule B2), by the samples of one channel. */
final class VehiclePresence {
    private static final long NONE = Long.MIN_VALUE;

    private final DetectorConfig.Presence config;
    private long aboveSince = NONE;
    private long belowSince = NONE;
    private boolean connected;
    private boolean absent;
    private boolean first = true;
    private boolean inJob;

    VehiclePresence(DetectorConfig.Presence config) {
        this.config = config;
    }

    /** Whether a vehicle is known to be connected. */
    boolean connected() {
        return connected;
    }

    /** Whether there is known to be none: nothing of the supply is recorded. */
    boolean absent() {
        return absent;
    }

    /** Whether samples from {@link #steadyFrom} to {@link #steadyTo} change nothing. */
    boolean isSteady() {
        return aboveSince != NONE ? connected : belowSince != NONE && absent != inJob;
    }

    double steadyFrom() {
        return aboveSince != NONE ? config.connectedVolts() : Double.NEGATIVE_INFINITY;
    }

    double steadyTo() {
        return aboveSince != NONE ? Double.POSITIVE_INFINITY : Math.nextDown(config.absentVolts());
    }

    /** What was not seen counts towards no time. */
    void gap() {
        aboveSince = NONE;
        belowSince = NONE;
    }

    /** Within a job a dead network is no vehicle that was taken away. */
    void job(boolean running) {
        inJob = running;
    }

    void sample(long nanos, double value) {
        aboveSince = value < config.connectedVolts() ? NONE : aboveSince == NONE ? nanos : aboveSince;
        belowSince = value < config.absentVolts() ? belowSince == NONE ? nanos : belowSince : NONE;
        if (aboveSince != NONE && nanos - aboveSince >= config.connectedMillis() * 1_000_000) {
            connected = true;
            absent = false;
        } else if (inJob) {
            absent = false;
        } else if (belowSince != NONE && (first || nanos - belowSince >= config.absentMillis() * 1_000_000)) {
            connected = false;
            absent = true;
        }
        first = false;
    }
}
