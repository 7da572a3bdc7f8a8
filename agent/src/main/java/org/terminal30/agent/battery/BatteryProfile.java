package org.terminal30.agent.battery;

import java.util.Optional;
import java.util.OptionalDouble;

import org.terminal30.agent.detect.Bounds;

/**
 * What is known of a vehicle's battery and of the meter, and the limits that hold for it.
 *
 * @param celsius temperature of the battery
 * @param meterErrorVolts how far the meter may be off, either way
 */
public record BatteryProfile(Optional<Chemistry> chemistry, OptionalDouble celsius, double meterErrorVolts,
        ChargingLimits charging, RestLimits rest, RippleLimits ripple) {

    /** Nothing is known of the battery; the meter is good to 0.4 %, as an uncalibrated divider of 0.1 % resistors is. */
    public static final BatteryProfile UNKNOWN = new BatteryProfile(Optional.empty(), OptionalDouble.empty(), 0.05,
            ChargingLimits.DEFAULT, RestLimits.DEFAULT, RippleLimits.DEFAULT);

    public BatteryProfile {
        if (celsius.isPresent()) {
            Bounds.within("battery.celsius", celsius.getAsDouble(), -60, 90);
        }
        Bounds.within("battery.meterErrorVolts", meterErrorVolts, 0, 1);
    }
}
