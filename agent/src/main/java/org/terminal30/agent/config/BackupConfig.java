package org.terminal30.agent.config;

/**
 * The profile of the backup supply (rule B3).
 *
 * @param noLoadVolts what it shows with nothing connected
 */
public record BackupConfig(double noLoadVolts) {
    static final double MIN_NO_LOAD_VOLTS = 9;
    static final double MAX_NO_LOAD_VOLTS = 16;
    /** How far an alive supply may stay below its no-load voltage. */
    public static final double ALLOWED_SAG_VOLTS = 0.8;
    /** The usual saver of 12.0 V behind a diode. */
    public static final BackupConfig DEFAULT = new BackupConfig(12.0);

    /** Below this the supply is lost. */
    public double minimumVolts() {
        return noLoadVolts - ALLOWED_SAG_VOLTS;
    }
}
