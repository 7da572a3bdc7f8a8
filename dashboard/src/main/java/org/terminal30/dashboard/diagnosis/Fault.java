package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.time.Instant;

/**
 * A supply event outside engine starts.
 *
 * @param volts the lowest, of a surge the highest
 */
public record Fault(Point point, Kind kind, Instant at, Duration lasted, double volts) {
    /** The kinds of rule B3 that say something about a lock. */
    public enum Kind {
        INTERRUPTION,
        DIP,
        CRITICAL,
        SURGE
    }

    Instant end() {
        return at.plus(lasted);
    }
}
