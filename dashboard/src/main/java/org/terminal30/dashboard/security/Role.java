package org.terminal30.dashboard.security;

/** Who may do what, for {@code @Secured}. A route that names none of them is closed to everybody. */
public final class Role {
    /** Everything, people and tokens included. */
    public static final String MANAGER = "manager";
    /** The daily work: jobs, alarms, vehicles. */
    public static final String TECHNICIAN = "technician";
    /** An agent: writes its own bay's records and receives its own bay's orders. */
    public static final String BAY = "bay";

    private Role() {
    }
}
