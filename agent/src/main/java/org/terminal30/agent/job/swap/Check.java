package org.terminal30.agent.job.swap;

/** Follows what is measured towards one criterion. */
interface Check {
    /** A window of some channel has been taken into the levels. */
    void look(Levels levels);

    /** What had lasted until now was not followed any further, and has to last anew. */
    default void again() {
        // Nothing of it has to last.
    }

    /** As of the last look. */
    CriterionFinding finding();
}
