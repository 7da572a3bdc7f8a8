package org.terminal30.agent.job;

/** Where a bay is in its work, as far as alarms depend on it (the rows of rule B4). */
public enum Phase {
    /** Nothing is connected: records end, nothing sounds. */
    NO_JOB_NO_VEHICLE("no-job"),
    /** A vehicle is connected and nobody has started a job. */
    NO_JOB_VEHICLE("no-job"),
    /** A plain watch: both thresholds sound. */
    WATCH("watch");

    private final String wireName;

    Phase(String wireName) {
        this.wireName = wireName;
    }

    /** The phase on the wire, which has the vehicle in a field of its own. */
    public String wireName() {
        return wireName;
    }
}
