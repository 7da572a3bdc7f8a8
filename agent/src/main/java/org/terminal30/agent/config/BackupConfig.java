package org.terminal30.agent.config;

import org.terminal30.agent.detect.DetectorConfig;

/**
 * The profile of the backup supply (rule B3).
 *
 * @param noLoadVolts what it shows with nothing connected
 * @param holdFloorVolts what it holds the car at, at the least, before anything was measured (rule B6)
 */
public record BackupConfig(double noLoadVolts, double holdFloorVolts) {
    public static final double MIN_NO_LOAD_VOLTS = 9;
    public static final double MAX_NO_LOAD_VOLTS = 16;
    public static final double MIN_HOLD_FLOOR_VOLTS = 5;
    public static final double MAX_HOLD_FLOOR_VOLTS = 13;
    /** The usual saver, as the rules have it. */
    public static final BackupConfig DEFAULT = new BackupConfig(DetectorConfig.DEFAULT.backup().noLoadVolts());

    /** A supply of which nobody says how low it may hold the car. */
    public BackupConfig(double noLoadVolts) {
        this(noLoadVolts, DetectorConfig.DEFAULT.feed().holdFloorVolts());
    }

    /** Below this the supply is lost. */
    public double minimumVolts() {
        return DetectorConfig.Backup.of(noLoadVolts).minimumVolts();
    }
}
