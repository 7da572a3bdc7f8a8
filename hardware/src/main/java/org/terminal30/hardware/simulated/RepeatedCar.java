package org.terminal30.hardware.simulated;

import java.time.Duration;
import java.util.function.LongFunction;

import org.terminal30.hardware.model.CarModel;
import org.terminal30.hardware.sample.Channel;

/** A car model over and over: at the end of each round another one takes its place at its beginning. Used by one thread. */
public final class RepeatedCar implements VoltageModel {
    private final LongFunction<CarModel> models;
    private final long roundNanos;
    private final long beginNanos;
    private long round;
    private ModelledCar car;

    /**
     * Rounds without end.
     *
     * @param models the model of each round, counted from 0
     * @param round length of one
     * @param beginNanos when the first begins on the clock
     */
    public RepeatedCar(LongFunction<CarModel> models, Duration round, long beginNanos) {
        this.models = models;
        this.roundNanos = round.toNanos();
        this.beginNanos = beginNanos;
        this.car = carOf(0);
    }

    private ModelledCar carOf(long number) {
        return new ModelledCar(models.apply(number), beginNanos + number * roundNanos, number);
    }

    @Override
    public double voltsAt(Channel channel, long nanos) {
        long now = (nanos - beginNanos) / roundNanos;
        if (now > round) {
            round = now;
            car = carOf(now);
        }
        return car.voltsAt(channel, nanos);
    }
}
