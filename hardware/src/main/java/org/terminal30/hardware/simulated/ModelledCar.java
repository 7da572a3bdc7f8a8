package org.terminal30.hardware.simulated;

import java.util.SplittableRandom;

import org.terminal30.hardware.model.CarModel;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.Channel.Unit;

/** A car model on the time of a clock, with the noise that its leads pick up. Used by one thread. */
public final class ModelledCar implements VoltageModel {
    static final double NOISE_VOLTS = 0.002;
    static final double NOISE_AMPERES = 0.002;

    private final CarModel model;
    private final long beginNanos;
    private final SplittableRandom noise;

    /**
     * A car whose model begins at a time of the clock.
     *
     * @param seed of the noise
     */
    public ModelledCar(CarModel model, long beginNanos, long seed) {
        this.model = model;
        this.beginNanos = beginNanos;
        this.noise = new SplittableRandom(seed);
    }

    @Override
    public double voltsAt(Channel channel, long nanos) {
        double sigma = channel.unit() == Unit.VOLT ? NOISE_VOLTS : NOISE_AMPERES;
        return model.valueAt(channel, nanos - beginNanos) + sigma * noise.nextGaussian();
    }
}
