package org.terminal30.hardware.model;

/** Refuses parameters that no part can have, naming what would be right. */
final class Limits {
    private Limits() {
    }

    static void within(String key, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException("%s is %s, must be from %s to %s".formatted(key, value, min, max));
        }
    }
}
