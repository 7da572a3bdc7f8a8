package org.terminal30.agent.bay;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.alarm.Alarm;
import org.terminal30.agent.alarm.Priority;
import org.terminal30.agent.job.JobVerdict.Tint;
import org.terminal30.hardware.signal.Indication;
import org.terminal30.hardware.signal.Light;
import org.terminal30.hardware.signal.Tone;

/**
 * What the bay's state means for its light and its buzzer; a pure function. Each light shows the most conspicuous of what
 * asks for it, so whatever else the bay will have to show only adds to it.
 */
final class BaySignals {
    private BaySignals() {
    }

    /**
     * The state that signals depend on.
     *
     * @param alarms those that are not over
     * @param watching whether every channel delivers good samples
     * @param vehicle whether a vehicle is connected (rule B2)
     * @param verdict of the procedure where the work stands; null without one
     * @param quiet whether nobody is there to hear the buzzer
     */
    record BayState(List<Alarm> alarms, boolean watching, boolean vehicle, @Nullable Tint verdict, boolean quiet) {
        BayState {
            alarms = List.copyOf(alarms);
        }
    }

    static Indication of(BayState state) {
        Light amber = state.watching() ? Light.OFF : Light.STEADY;
        Light red = Light.OFF;
        Tone tone = Tone.SILENT;
        for (Alarm alarm : state.alarms()) {
            Light light = alarm.state().wantsAnswer() ? Light.FLASHING : Light.STEADY;
            if (isRed(alarm)) {
                red = red.or(light);
            } else {
                amber = amber.or(light);
            }
            if (alarm.sounds() && !state.quiet()) {
                tone = isRed(alarm) ? Tone.CRITICAL : tone == Tone.SILENT ? Tone.WARNING : tone;
            }
        }
        // In a procedure green is the verdict's; with a critical alarm beside it nothing is safe.
        boolean good = state.verdict() == null
                ? state.alarms().isEmpty()
                : state.verdict() == Tint.GREEN && red == Light.OFF;
        boolean green = good && state.watching() && state.vehicle();
        amber = state.verdict() == Tint.AMBER ? amber.or(Light.STEADY) : amber;
        red = state.verdict() == Tint.RED ? red.or(Light.STEADY) : red;
        return new Indication(green ? Light.STEADY : Light.OFF, amber, red, tone);
    }

    /** What was put away, and what the phase wants no answer for, is not forgotten and not urgent: amber. */
    private static boolean isRed(Alarm alarm) {
        boolean heard = switch (alarm.state()) {
            case UNACKNOWLEDGED, ACKNOWLEDGED, RETURNED_UNACKNOWLEDGED, LATCHED_UNACKNOWLEDGED, LATCHED_ACKNOWLEDGED ->
                true;
            case SHELVED, SUPPRESSED, NORMAL -> false;
        };
        return heard && alarm.cause().priority() == Priority.CRITICAL;
    }
}
