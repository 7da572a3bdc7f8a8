package org.terminal30.hardware.adc;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Channel.Unit;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;

/**
 * Where an INA226 or INA228 is wired, and what its two values are; one of them may be left out.
 *
 * @param bus number of the I²C bus: 1 on the header of a Raspberry Pi
 * @param address 0x40 to 0x4F, by the chip's pins A0 and A1
 * @param shuntOhms between IN+ on the side of the supply and IN− on the side of the car: a current is positive when the supply
 *     feeds the car
 * @param voltage the channel of the VBUS pin
 * @param current the channel of the shunt
 */
public record InaWiring(InaModel model, int bus, int address, double shuntOhms, @Nullable ChannelScale voltage,
        @Nullable ChannelScale current) {
    public static final int LOWEST_ADDRESS = 0x40;
    public static final int HIGHEST_ADDRESS = 0x4F;
    public static final double MIN_SHUNT_OHMS = 1e-5;
    public static final double MAX_SHUNT_OHMS = 10;

    public InaWiring {
        Objects.requireNonNull(model);
        if (bus < 0) {
            throw new IllegalArgumentException("bus is %d, must be 0 or more".formatted(bus));
        }
        if (address < LOWEST_ADDRESS || address > HIGHEST_ADDRESS) {
            throw new IllegalArgumentException("address is 0x%x, must be within 0x%x and 0x%x".formatted(address,
                    LOWEST_ADDRESS, HIGHEST_ADDRESS));
        }
        if (!(shuntOhms >= MIN_SHUNT_OHMS && shuntOhms <= MAX_SHUNT_OHMS)) {
            throw new IllegalArgumentException("shunt_ohms is %s, must be from %s to %s".formatted(shuntOhms,
                    MIN_SHUNT_OHMS, MAX_SHUNT_OHMS));
        }
        if (voltage == null && current == null) {
            throw new IllegalArgumentException("voltage and current are missing, must be at least one channel");
        }
        requireUnit("voltage", voltage, Unit.VOLT);
        requireUnit("current", current, Unit.AMPERE);
    }

    private static void requireUnit(String key, @Nullable ChannelScale scale, Unit unit) {
        if (scale != null && scale.channel().unit() != unit) {
            throw new IllegalArgumentException("%s is %s, must be a channel in %s".formatted(key,
                    scale.channel().wireName(), unit == Unit.VOLT ? "volts" : "amperes"));
        }
    }

    /** Name of the chip. */
    public String device() {
        return "%s-%d-0x%x".formatted(model == InaModel.INA226 ? "ina226" : "ina228", bus, address);
    }

    List<ChannelInfo> channels() {
        return Stream.of(info(voltage, model.busFullScaleVolts()),
                info(current, model.shuntFullScaleVolts() / shuntOhms)).flatMap(List::stream).toList();
    }

    private List<ChannelInfo> info(@Nullable ChannelScale scale, double fullScale) {
        if (scale == null) {
            return List.of();
        }
        double rail = Math.max(scale.calibration().apply(fullScale), scale.calibration().apply(-fullScale));
        return List.of(new ChannelInfo(scale.channel(), model.rateHertz(), device(), Timing.HOST, rail,
                scale.state(false)));
    }
}
