package org.terminal30.agent.job.swap;

/** Follows what is measured towards one criterion. */
interface Check {
    /** A window of some channel has been taken into the levels. */
    void look(Levels levels);

    /** As of the last look. */
    CriterionFinding finding();
}
