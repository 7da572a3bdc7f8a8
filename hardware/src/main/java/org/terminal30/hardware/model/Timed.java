package org.terminal30.hardware.model;

import java.time.Duration;

/**
 * An action and when it happens.
 *
 * @param at since the model's beginning; not negative
 */
public record Timed(Duration at, Action action) {
    public Timed {
        if (at.isNegative()) {
            throw new IllegalArgumentException("time of %s is %s, must be 0 or more".formatted(action, at));
        }
    }

    public static Timed at(double seconds, Action action) {
        return new Timed(Duration.ofNanos(Math.round(seconds * 1e9)), action);
    }
}
