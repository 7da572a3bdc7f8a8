package org.terminal30.dashboard.backup;

/** Whether somebody wants to stop; asked between two pieces. */
@FunctionalInterface
public interface Stop {
    Stop NEVER = () -> false;

    boolean isWanted();
}
