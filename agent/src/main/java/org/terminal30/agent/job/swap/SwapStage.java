package org.terminal30.agent.job.swap;

import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.job.Phase;

/** Where the batteries are, as far as the alarms depend on it (rule B4). */
enum SwapStage {
    /** The old battery is on, and nobody has said that it may come off. */
    PREPARING(Phase.PREPARING, Duty.JOB),
    /** The first gate has spoken, for or not against; the clamp may be lifted at any time. */
    READY(Phase.ARMED, Duty.ARMED),
    /** No battery is on: the saver holds the network alone. */
    LIFTED(Phase.ARMED, Duty.ARMED),
    /** The new battery is clamped; it has not been seen to carry the car. */
    FITTED(Phase.ARMED, Duty.ARMED),
    /** The second gate says that the saver may come off. */
    CARRIED(Phase.REMOVING_BACKUP, Duty.JOB),
    /** The saver is off. */
    AFTER(Phase.ENGINE, Duty.JOB);

    private final Phase phase;
    private final Duty duty;

    SwapStage(Phase phase, Duty duty) {
        this.phase = phase;
        this.duty = duty;
    }

    Phase phase() {
        return phase;
    }

    Duty duty() {
        return duty;
    }

    boolean isBefore(SwapStage other) {
        return compareTo(other) < 0;
    }

    /** Whether the saver may have to hold the memories alone. */
    boolean isArmed() {
        return duty == Duty.ARMED;
    }
}
