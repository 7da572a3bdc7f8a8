package org.terminal30.hardware.adc;

/** The monitors of bus voltage and shunt that are known, and what each can do with the settings that its driver makes. */
public enum InaModel {
    INA226(Ina226.CYCLE_NANOS, Ina226.CYCLE_TOLERANCE, Ina226.BUS_FULL_SCALE_VOLTS, Ina226.SHUNT_FULL_SCALE_VOLTS),
    INA228(Ina228.CYCLE_NANOS, Ina228.CYCLE_TOLERANCE, Ina228.BUS_FULL_SCALE_VOLTS, Ina228.SHUNT_FULL_SCALE_VOLTS);

    private final long cycleNanos;
    private final double cycleTolerance;
    private final double busFullScaleVolts;
    private final double shuntFullScaleVolts;

    InaModel(long cycleNanos, double cycleTolerance, double busFullScaleVolts, double shuntFullScaleVolts) {
        this.cycleNanos = cycleNanos;
        this.cycleTolerance = cycleTolerance;
        this.busFullScaleVolts = busFullScaleVolts;
        this.shuntFullScaleVolts = shuntFullScaleVolts;
    }

    /** Nominal time of one measurement of shunt and bus. */
    long cycleNanos() {
        return cycleNanos;
    }

    /** What the chip's oscillator may make of it. */
    long shortestCycleNanos() {
        return Math.round(cycleNanos * (1 - cycleTolerance));
    }

    /** Samples per second and channel. */
    public double rateHertz() {
        return 1e9 / cycleNanos;
    }

    public double busFullScaleVolts() {
        return busFullScaleVolts;
    }

    /** Either way round. */
    public double shuntFullScaleVolts() {
        return shuntFullScaleVolts;
    }
}
