package org.terminal30.agent.job.alternator;

/** What the technician's word changes in an alternator check, beyond the step itself. */
interface AlternatorMoves {
    /** The car has stood for hours. */
    void stood();

    /** The engine runs, whatever was seen of its start. */
    void engineRuns();

    /** The work has come to this step: what was not answered before will not be. */
    void reached(String step);

    /** Nothing is measured in this step. */
    void leftOut(String step);
}
