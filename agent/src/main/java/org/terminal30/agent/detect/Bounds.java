package org.terminal30.agent.detect;

/** Refuses limits that make no sense, by the name of their key. */
public final class Bounds {
    private Bounds() {
    }

    public static void within(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("%s is %d, must be from %d to %d".formatted(key, value, min, max));
        }
    }

    public static void within(String key, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException("%s is %s, must be from %s to %s".formatted(key, value, min, max));
        }
    }
}
