package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.time.Instant;

/**
 * A parked car, from when its battery had settled.
 *
 * @param startVolts at its beginning
 * @param endVolts at its end
 * @param fallVoltsPerHour in its later half, by the middle one of the slopes between readings; negative when it rose
 */
public record Stand(Instant from, Instant to, double startVolts, double endVolts, double fallVoltsPerHour) {
    Duration length() {
        return Duration.between(from, to);
    }
}
