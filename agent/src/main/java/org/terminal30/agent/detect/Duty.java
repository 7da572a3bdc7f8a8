package org.terminal30.agent.detect;

/** What the measurement is for at the moment: some rules hold only then. */
public enum Duty {
    /** Nobody works on the car: a dead network is a vehicle taken away (rule B2). */
    NO_JOB,
    /** A job runs: a dead network is an interruption however long it lasts. */
    JOB,
    /** The backup alone holds the memory: nothing is taken for an engine start (B5), and a lost feed is watched for (B6). */
    ARMED
}
