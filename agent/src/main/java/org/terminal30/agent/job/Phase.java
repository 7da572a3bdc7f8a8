package org.terminal30.agent.job;

import java.util.Arrays;
import java.util.Optional;

/** Where a bay is in its work, as far as alarms depend on it (the rows of rule B4). */
public enum Phase {
    /** Nothing is connected: records end, nothing sounds. */
    NO_JOB_NO_VEHICLE("no-job"),
    /** A vehicle is connected and nobody has started a job. */
    NO_JOB_VEHICLE("no-job"),
    /** A swap is being prepared, the battery is still on. */
    PREPARING("preparing"),
    /** From the verdict on what to disconnect until it is safe to remove the backup. */
    ARMED("armed"),
    /** The new battery feeds the car; the backup comes off. */
    REMOVING_BACKUP("removing-backup"),
    /** The engine is started, or the alternator is checked. */
    ENGINE("engine"),
    /** A plain watch: both thresholds sound. */
    WATCH("watch"),
    /** A watch of weeks with nobody there: everything is shown, and nothing sounds. */
    UNATTENDED("unattended"),
    /** A code is entered, or its lockout is waited for. */
    CODE_ENTRY("code-entry");

    private final String wireName;

    Phase(String wireName) {
        this.wireName = wireName;
    }

    /** The phase on the wire, which has the vehicle in a field of its own. */
    public String wireName() {
        return wireName;
    }

    /** A phase of a wire name; without a job the one with a vehicle. Empty when there is none of that name. */
    public static Optional<Phase> ofWireName(String name) {
        return Arrays.stream(values()).filter(phase -> phase != NO_JOB_NO_VEHICLE && phase.wireName.equals(name))
                .findFirst();
    }

    /** Whether nobody is there to hear anything. */
    public boolean isQuiet() {
        return this == UNATTENDED;
    }

    /** Whether it belongs to a job. */
    public boolean isJob() {
        return this != NO_JOB_NO_VEHICLE && this != NO_JOB_VEHICLE;
    }
}
