package org.terminal30.agent.swaps;

import java.util.EnumMap;
import java.util.Map;

import org.terminal30.hardware.model.CarModel;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.Channel.Unit;
import org.terminal30.hardware.simulated.VoltageModel;

/**
 * A car as a calibrated front-end sees it: each channel wrong by something that stays, and by noise. Volts are within 20 mV, which is
 * what a calibration at two points keeps over temperature; a shunt within 3 mA and 1 %, a clamp meter within 30 mA and 2 %.
 */
final class MeasuredCar implements VoltageModel {
    static final double MOST_OFFSET_VOLTS = 0.02;

    private final CarModel model;
    private final Dice dice;
    private final double noise;
    private final Map<Channel, Double> offsets = new EnumMap<>(Channel.class);
    private final Map<Channel, Double> gains = new EnumMap<>(Channel.class);

    /** @param noise sigma, in volts or amperes */
    MeasuredCar(CarModel model, double noise, Dice dice) {
        this.model = model;
        this.noise = noise;
        this.dice = dice;
        for (Channel channel : Channel.values()) {
            double offset = channel.unit() == Unit.VOLT
                    ? MOST_OFFSET_VOLTS
                    : channel == Channel.BACKUP_CURRENT ? 0.003 : 0.03;
            double gain = channel.unit() == Unit.VOLT ? 0 : channel == Channel.BACKUP_CURRENT ? 0.01 : 0.02;
            offsets.put(channel, dice.between(-offset, offset));
            gains.put(channel, 1 + (gain == 0 ? 0 : dice.between(-gain, gain)));
        }
    }

    @Override
    public double voltsAt(Channel channel, long nanos) {
        return gains.getOrDefault(channel, 1.0) * model.valueAt(channel, nanos)
                + offsets.getOrDefault(channel, 0.0) + noise * dice.gaussian();
    }
}
