package org.terminal30.agent.config;

/** A limit of the detection (rule B3) that a bay may set for itself; the defaults are those of the detection. */
public enum Threshold {
    LOW_VOLTS("low_volts", 6, 16),
    LOW_END_VOLTS("low_end_volts", 6, 16),
    CRITICAL_VOLTS("critical_volts", 5, 15),
    CRITICAL_END_VOLTS("critical_end_volts", 5, 15),
    INTERRUPTION_VOLTS("interruption_volts", 1, 9),
    INTERRUPTION_END_VOLTS("interruption_end_volts", 1, 9),
    SURGE_WARNING_VOLTS("surge_warning_volts", 13, 28),
    SURGE_SEVERE_VOLTS("surge_severe_volts", 13, 28);

    private final String key;
    private final double min;
    private final double max;

    Threshold(String key, double min, double max) {
        this.key = key;
        this.min = min;
        this.max = max;
    }

    /** The key in the section {@code [thresholds]}. */
    public String key() {
        return key;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }
}
