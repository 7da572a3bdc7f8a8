package org.terminal30.agent.battery;

import java.util.Optional;

import org.terminal30.agent.battery.RestingVoltage.Before;

/** Follows the voltage second by second and says when it is a resting voltage. */
final class RestRule {
    private static final long NEVER = Long.MIN_VALUE;
    /** Of the slow mean, in seconds: long against noise, short against the settling of a battery. */
    private static final double TIME_CONSTANT = 30;
    /** A load that lasts longer is the new normal. */
    private static final long LONGEST_LOAD_NANOS = 600 * SecondMeans.SECOND_NANOS;

    private final RestLimits limits;
    private final double chargingVolts;
    private final int maxGapSeconds;
    private double level;
    private long lastNanos = NEVER;
    private long sinceNanos;
    private long loadSinceNanos = NEVER;
    private double loadLowestVolts;
    private long chargedNanos = NEVER;
    private Before before = Before.NOT_MEASURED;
    private boolean stood;

    RestRule(RestLimits limits, ChargingLimits charging) {
        this.limits = limits;
        this.chargingVolts = charging.minVolts();
        this.maxGapSeconds = charging.maxGapSeconds();
    }

    /** Somebody says that it had rested for long enough when the measurement began. */
    void stood() {
        stood = before == Before.NOT_MEASURED;
    }

    /** The starter turned: a load, but too short to take away a surface charge. */
    void cranked() {
        stood = false;
        loadSinceNanos = NEVER;
        restart();
    }

    /** The mean of the second that starts there. */
    void mean(long nanos, double volts) {
        if (lastNanos == NEVER || nanos - lastNanos > nanosOf(maxGapSeconds)) {
            // Said before the first value, it still holds.
            stood &= lastNanos == NEVER;
            before = Before.NOT_MEASURED;
            chargedNanos = NEVER;
            loadSinceNanos = NEVER;
            level = volts;
            sinceNanos = nanos;
        }
        double elapsedSeconds = lastNanos == NEVER ? 1 : (nanos - lastNanos) / 1e9;
        lastNanos = nanos;
        if (volts >= chargingVolts) {
            before = Before.CHARGED;
            stood = false;
            chargedNanos = nanos;
            loadSinceNanos = NEVER;
            move(volts);
        } else if (loadSinceNanos != NEVER) {
            loaded(volts);
        } else if (volts < level - limits.loadVolts() && !justCharged(nanos)) {
            loadSinceNanos = nanos;
            loadLowestVolts = volts;
            move(volts);
        } else if (Math.abs(volts - level) > limits.steadyVolts()) {
            move(volts);
        } else {
            level += (volts - level) * Math.min(1, elapsedSeconds / TIME_CONSTANT);
        }
    }

    /** Then the voltage falls by itself. */
    private boolean justCharged(long nanos) {
        return chargedNanos != NEVER && nanos - chargedNanos <= nanosOf(limits.minSeconds());
    }

    private void loaded(double volts) {
        long lasted = lastNanos - loadSinceNanos;
        loadLowestVolts = Math.min(loadLowestVolts, volts);
        if (volts >= loadLowestVolts + limits.loadVolts()) {
            if (lasted >= nanosOf(limits.loadSeconds())) {
                before = Before.LOADED;
            }
            loadSinceNanos = NEVER;
        } else if (lasted > LONGEST_LOAD_NANOS) {
            loadSinceNanos = NEVER;
        }
        move(volts);
    }

    private void move(double volts) {
        level = volts;
        restart();
    }

    private void restart() {
        sinceNanos = lastNanos + SecondMeans.SECOND_NANOS;
    }

    /** As of the newest mean; empty while it is not at rest, or not for long enough. */
    Optional<RestingVoltage> resting() {
        if (lastNanos == NEVER) {
            return Optional.empty();
        }
        long rested = lastNanos + SecondMeans.SECOND_NANOS - sinceNanos;
        if (loadSinceNanos != NEVER || rested < nanosOf(limits.minSeconds())) {
            return Optional.empty();
        }
        if (stood || rested >= nanosOf(limits.settledSeconds())) {
            return Optional.of(new RestingVoltage(level, rested, Before.SETTLED));
        }
        boolean waited = rested >= nanosOf(limits.waitSeconds());
        return Optional.of(new RestingVoltage(level, rested,
                before == Before.LOADED && !waited ? Before.CHARGED : before));
    }

    private static long nanosOf(int seconds) {
        return seconds * SecondMeans.SECOND_NANOS;
    }
}
