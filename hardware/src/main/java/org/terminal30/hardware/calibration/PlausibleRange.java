package org.terminal30.hardware.calibration;

import org.terminal30.hardware.sample.Channel.Unit;

/**
 * What a channel can measure at all; a value outside is a fault of the measurement, not of the car.
 *
 * @param min lowest plausible value in the unit of the channel, inclusive
 * @param max highest plausible value, inclusive
 */
public record PlausibleRange(double min, double max) {
    /** A reversed battery seen through protection, to a 24 V jump start. */
    public static final PlausibleRange VOLTS = new PlausibleRange(-5, 28);
    /** The range of the usual clamp meter. */
    public static final PlausibleRange AMPERES = new PlausibleRange(-1000, 1000);

    public PlausibleRange {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min >= max) {
            throw new IllegalArgumentException(
                    "plausible range is %s to %s, min must be below max and both finite".formatted(min, max));
        }
    }

    /** The default of a channel measured in {@code unit}. */
    public static PlausibleRange of(Unit unit) {
        return switch (unit) {
            case VOLT -> VOLTS;
            case AMPERE -> AMPERES;
        };
    }

    /** False for NaN too. */
    public boolean contains(double value) {
        return value >= min && value <= max;
    }
}
