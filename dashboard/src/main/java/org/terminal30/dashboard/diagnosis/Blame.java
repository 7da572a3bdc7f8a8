package org.terminal30.dashboard.diagnosis;

import java.time.Instant;
import java.util.List;

/**
 * Who emptied a battery that was found empty. It cranks badly whoever did it, so that a weak start by itself tells little.
 */
enum Blame {
    /** It was charged, or stood without losing anything: the battery or its connections. */
    BATTERY,
    /** The car was watched emptying it while it stood. */
    DRAIN,
    /** Nobody watched the car stand. */
    OPEN;

    /** A settled voltage of a flooded battery of 75 % (trade): with this before the start, charge is not what it lacks. */
    static final double CHARGED_VOLTS = 12.44;

    static Blame of(EngineStart start, CaseHistory history) {
        return start.restVolts() >= CHARGED_VOLTS ? BATTERY : emptied(start.at(), start.at(), history);
    }

    /** As of a start: a check begins with the battery at rest. */
    static Blame of(AlternatorCheck check, CaseHistory history) {
        Double rest = check.restVolts();
        return rest != null && rest >= CHARGED_VOLTS ? BATTERY : emptied(check.from(), check.from(), history);
    }

    /** An interruption is no matter of charge. */
    static Blame of(Fault fault, CaseHistory history) {
        return fault.kind() == Fault.Kind.CRITICAL ? emptied(fault.at(), fault.end(), history) : BATTERY;
    }

    /** By the parked stretch before; where nobody watched that one, by how this car stood whenever somebody did. */
    private static Blame emptied(Instant from, Instant to, CaseHistory history) {
        List<Stand> just = history.standsBefore(from, to);
        Blame before = of(just);
        return before == OPEN ? of(history.stands()) : before;
    }

    private static Blame of(List<Stand> stands) {
        if (stands.stream().anyMatch(ParkedVoltage::isSteep)) {
            return DRAIN;
        }
        return stands.stream().anyMatch(ParkedVoltage::isFlat) ? BATTERY : OPEN;
    }
}
