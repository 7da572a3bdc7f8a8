package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What on the car's own supply may make a radio lock: every record that a car in good order does not leave. */
final class SupplyTrouble {
    /** A longer interruption is somebody who takes the battery off. */
    static final Duration LONGEST_FAULT = Duration.ofSeconds(10);
    /** Below this nobody says any more that memory is kept (B6). */
    static final double MEMORY_VOLTS = 9.0;
    /** Above this a surge is severe (B3). */
    static final double SEVERE_VOLTS = 16.0;

    private SupplyTrouble() {
    }

    /** Whether the feed was gone at a point, for however long. */
    static boolean isBreak(Fault fault) {
        return fault.kind() == Fault.Kind.INTERRUPTION
                || (fault.kind() == Fault.Kind.DIP && fault.volts() < MEMORY_VOLTS);
    }

    /** Whether a clamp, a cable or a regulator did this, whatever the charge of the battery. */
    static boolean isElectrical(Fault fault) {
        return fault.point() == Point.ONBOARD && switch (fault.kind()) {
            case INTERRUPTION, DIP -> isBreak(fault) && fault.lasted().compareTo(LONGEST_FAULT) <= 0;
            case SURGE -> fault.volts() > SEVERE_VOLTS;
            case CRITICAL -> false;
        };
    }

    /** Whose the trouble is that lies within the time of a lock; empty when there is none. */
    static Optional<Blame> at(LockSeen lock, CaseHistory history) {
        Set<Blame> found = EnumSet.noneOf(Blame.class);
        for (Fault fault : history.faultsAt(Point.ONBOARD, lock)) {
            if (isElectrical(fault) || fault.kind() == Fault.Kind.CRITICAL) {
                found.add(Blame.of(fault, history));
            }
        }
        history.starts().stream().filter(start -> start.isWeak() && lock.covers(start.at()))
                .forEach(start -> found.add(Blame.of(start, history)));
        return found.stream().findFirst();
    }
}
