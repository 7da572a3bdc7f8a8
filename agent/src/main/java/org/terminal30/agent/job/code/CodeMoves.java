package org.terminal30.agent.job.code;

/** What the technician's word changes, beyond the step itself. */
interface CodeMoves {
    CodeStage stage();

    /** The radio took the code. */
    void accepted(String who);

    /** The radio refused a code. */
    void refused();

    /** The radio was locked already. */
    void foundLocked();

    /** So many codes have been refused until now. */
    void refusedBefore(int codes);

    /** The radio asks for its code: the lockout is over. */
    void asksAgain(String who);

    /** The lockout began anew. */
    void beganAnew();

    /** A loss of power did not change the lockout. */
    void goesOn();

    /** The radio shows how many minutes are left. */
    void shown(int minutes);

    /** A charger is on. */
    void charged();
}
