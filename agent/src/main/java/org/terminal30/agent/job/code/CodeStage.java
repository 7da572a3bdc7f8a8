package org.terminal30.agent.job.code;

/** Where a code entry stands. */
enum CodeStage {
    /** A code may be typed in when the supply allows it. */
    ENTRY,
    /** A lockout is waited out. */
    WAIT,
    /** The radio plays. */
    ACCEPTED
}
