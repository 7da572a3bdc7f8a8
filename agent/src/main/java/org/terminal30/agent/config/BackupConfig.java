package org.terminal30.agent.config;

import org.terminal30.agent.detect.DetectorConfig;

/**
 * The profile of the backup supply (rule B3).
 *
 * @param noLoadVolts what it shows with nothing connected
 */
public record BackupConfig(double noLoadVolts) {
    static final double MIN_NO_LOAD_VOLTS = 9;
    static final double MAX_NO_LOAD_VOLTS = 16;
    /** The usual saver, as the rules have it. */
    public static final BackupConfig DEFAULT = new BackupConfig(DetectorConfig.DEFAULT.backup().noLoadVolts());

    /** Below this the supply is lost. */
    public double minimumVolts() {
        return DetectorConfig.Backup.of(noLoadVolts).minimumVolts();
    }
}
