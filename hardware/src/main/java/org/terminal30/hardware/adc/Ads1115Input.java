package org.terminal30.hardware.adc;

import java.util.Objects;
import java.util.OptionalInt;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.Divider;

/**
 * Where a channel is wired to an ADS1115.
 *
 * @param scale the channel, its calibration and plausible range
 * @param bus number of the I²C bus: 1 on the header of a Raspberry Pi
 * @param address 0x48 to 0x4B, by the chip's ADDR pin
 * @param input pin of the chip
 * @param divider between the sense lead and the pin
 * @param readyGpio line that the chip's ALERT/RDY pin is wired to, in Broadcom's numbers; only for a channel that has its chip to
 *     itself
 */
public record Ads1115Input(ChannelScale scale, int bus, int address, Ads1115.Input input, Divider divider,
        OptionalInt readyGpio) {
    public static final int LOWEST_ADDRESS = 0x48;
    public static final int HIGHEST_ADDRESS = 0x4B;

    public Ads1115Input {
        Objects.requireNonNull(scale);
        Objects.requireNonNull(input);
        Objects.requireNonNull(divider);
        Objects.requireNonNull(readyGpio);
        if (bus < 0) {
            throw new IllegalArgumentException("bus is %d, must be 0 or more".formatted(bus));
        }
        if (address < LOWEST_ADDRESS || address > HIGHEST_ADDRESS) {
            throw new IllegalArgumentException("address is 0x%x, must be within 0x%x and 0x%x".formatted(address,
                    LOWEST_ADDRESS, HIGHEST_ADDRESS));
        }
    }

    /** A chip whose ready pin is not wired. */
    public Ads1115Input(ChannelScale scale, int bus, int address, Ads1115.Input input, Divider divider) {
        this(scale, bus, address, input, divider, OptionalInt.empty());
    }

    /** The value of a conversion, in the unit of the channel. */
    double value(int counts) {
        return scale.calibration().apply(divider.leadVolts(counts * Ads1115.FullScale.VOLTS_4_096.voltsPerCount()));
    }

    /** The end of the converter's range, whichever way round the input is wired. */
    double highestValue() {
        return Math.max(value(Ads1115.LOWEST_COUNTS), value(Ads1115.HIGHEST_COUNTS));
    }

    /** Name of the chip: inputs of the same name share its conversions. */
    public String device() {
        return "ads1115-%d-0x%x".formatted(bus, address);
    }
}
