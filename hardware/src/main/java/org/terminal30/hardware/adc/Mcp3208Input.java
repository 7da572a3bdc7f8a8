package org.terminal30.hardware.adc;

import java.util.Objects;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.Divider;

/**
 * Where a channel is wired to an MCP3208.
 *
 * @param scale the channel, its calibration and plausible range
 * @param pin 0 to 7, against ground
 * @param divider between the sense lead and the pin
 */
public record Mcp3208Input(ChannelScale scale, int pin, Divider divider) {
    public Mcp3208Input {
        Objects.requireNonNull(scale);
        Objects.requireNonNull(divider);
        if (pin < 0 || pin >= Mcp3208.INPUTS) {
            throw new IllegalArgumentException("pin is %d, must be 0 to %d".formatted(pin, Mcp3208.INPUTS - 1));
        }
    }

    /** The value of a conversion, in the unit of the channel. */
    double value(int counts, double referenceVolts) {
        return scale.calibration().apply(divider.leadVolts(counts * referenceVolts / (Mcp3208.HIGHEST_COUNTS + 1)));
    }

    /** Whether the pin is lifted above ground by a bias, so that no count at all is a fault and not a car without voltage. */
    boolean isLifted() {
        return divider.pinVolts(0) > 0;
    }
}
