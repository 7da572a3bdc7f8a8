package org.terminal30.agent.alarm;

import org.jspecify.annotations.Nullable;

/** Is told every transition of every alarm, before the action that caused it returns. */
@FunctionalInterface
public interface AlarmListener {
    /**
     * An alarm was raised, changed or ended.
     *
     * @param alarm as it stands now, with its time and revision
     * @param who who caused it; null when the measurement, the phase or the time did
     */
    void changed(Alarm alarm, @Nullable String who);
}
