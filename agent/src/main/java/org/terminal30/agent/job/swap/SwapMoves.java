package org.terminal30.agent.job.swap;

/** What the technician's word changes in a swap, beyond the step itself. */
interface SwapMoves {
    SwapStage stage();

    /** The saver's lead is on the car. */
    void connected();

    /** The parked car draws so much. */
    void loadEntered(double amperes);

    /** The battery is off. */
    void lifted();

    /** The clamp is back on the old battery, or was never off. */
    void clampBack();

    /** The new battery is clamped. */
    void fitted();

    /** The headlights are on: they show whether the battery carries the car with the saver off. */
    void headlightsOn();

    /** The saver is off. */
    void saverTakenOff();
}
