package org.terminal30.agent.config;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.DetectorConfig;
import org.terminal30.agent.job.SaverProfile;

/**
 * The profile of the backup supply (rule B3).
 *
 * @param noLoadVolts what it shows with nothing connected
 * @param holdFloorVolts what it holds the car at, at the least, before anything was measured (rule B6)
 * @param ratingAmperes what it can deliver; null when nobody says
 * @param diodeVolts what its blocking diode takes while it feeds the car
 */
public record BackupConfig(double noLoadVolts, double holdFloorVolts, @Nullable Double ratingAmperes,
        double diodeVolts) {
    public static final double MIN_NO_LOAD_VOLTS = 9;
    public static final double MAX_NO_LOAD_VOLTS = 16;
    public static final double MIN_HOLD_FLOOR_VOLTS = 5;
    public static final double MAX_HOLD_FLOOR_VOLTS = 13;
    public static final double MIN_RATING_AMPERES = 0.05;
    public static final double MAX_RATING_AMPERES = 100;
    public static final double MAX_DIODE_VOLTS = 1.5;
    /** The diode of the box, at a few amperes. */
    static final double SCHOTTKY_VOLTS = 0.35;
    /** The usual saver, as the rules have it. */
    public static final BackupConfig DEFAULT = new BackupConfig(DetectorConfig.DEFAULT.backup().noLoadVolts());

    /** A supply of which nobody says how low it may hold the car. */
    public BackupConfig(double noLoadVolts) {
        this(noLoadVolts, DetectorConfig.DEFAULT.feed().holdFloorVolts(), null, SCHOTTKY_VOLTS);
    }

    /** As a job takes it that names no saver of its own. */
    public SaverProfile saver() {
        return new SaverProfile("backup supply of the bay", noLoadVolts, ratingAmperes, diodeVolts, holdFloorVolts);
    }

    /** Below this the supply is lost. */
    public double minimumVolts() {
        return DetectorConfig.Backup.of(noLoadVolts).minimumVolts();
    }
}
