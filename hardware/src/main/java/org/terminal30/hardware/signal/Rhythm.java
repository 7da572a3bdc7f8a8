package org.terminal30.hardware.signal;

import java.util.Arrays;
import java.util.List;

/**
 * On and off in turn, beginning with on.
 *
 * @param stepMillis how long each lasts
 * @param repeats whether it begins anew after the last step, or stays off
 */
record Rhythm(List<Integer> stepMillis, boolean repeats) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    Rhythm {
        stepMillis = List.copyOf(stepMillis);
        if (repeats && (stepMillis.size() % 2 != 0 || stepMillis.stream().anyMatch(step -> step <= 0))) {
            throw new IllegalArgumentException(
                    "steps of a repeated rhythm are %s ms, must be pairs of on and off above 0".formatted(stepMillis));
        }
    }

    static Rhythm repeated(Integer... stepMillis) {
        return new Rhythm(Arrays.asList(stepMillis), true);
    }

    static Rhythm once(Integer... stepMillis) {
        return new Rhythm(Arrays.asList(stepMillis), false);
    }

    /** Whether it is on so long after its beginning; 0 or more. */
    boolean isOn(long elapsedNanos) {
        long periodNanos = stepMillis.stream().mapToLong(step -> step * NANOS_PER_MILLI).sum();
        long remaining = repeats ? elapsedNanos % periodNanos : elapsedNanos;
        boolean on = true;
        for (int step : stepMillis) {
            remaining -= step * NANOS_PER_MILLI;
            if (remaining < 0) {
                return on;
            }
            on = !on;
        }
        return false;
    }
}
