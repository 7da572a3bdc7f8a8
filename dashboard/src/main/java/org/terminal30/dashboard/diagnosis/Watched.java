package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.time.Instant;

/** A stretch without a gap in which a point was measured. */
public record Watched(Point point, Instant from, Instant to) {
    boolean covers(Instant begin, Instant end) {
        return !begin.isBefore(from) && !end.isAfter(to);
    }

    /** From its beginning to its end. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
