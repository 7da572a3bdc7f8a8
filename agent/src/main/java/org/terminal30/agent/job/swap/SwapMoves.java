package org.terminal30.agent.job.swap;

import java.util.Optional;

/** What the technician's word changes in a swap, beyond the step itself. */
interface SwapMoves {
    SwapStage stage();

    /** The saver's lead is on the car. */
    void connected();

    /** The parked car draws so much. */
    void loadEntered(double amperes);

    /** Why the new battery's voltage would say nothing of the battery now, for people; empty when it does. */
    Optional<String> notItsOwnVoltage();

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
