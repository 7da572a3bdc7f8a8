package org.terminal30.hardware.board;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.terminal30.hardware.calibration.Calibration;

/**
 * One thing that makes an input stage read wrong.
 *
 * @param name of the part
 * @param tolerance what the datasheet allows at 25 °C
 * @param drift what it allows over temperature
 * @param off the stage with this part at the end of its tolerance, before any calibration
 * @param warmed the stage at a temperature, with this part at the end of its drift
 */
record Contribution(String name, String tolerance, String drift, UnaryOperator<InputStage> off, Warming warmed) {
    private static final double CALIBRATED_CELSIUS = 25;
    /** No leakage at all: what the other contributions are seen against. */
    static final InputStage CLEAN = InputStage.ADS1115.with("itvs=1f");
    static final List<Contribution> ALL = List.of(
            resistor("R1, 1 kΩ", "k1", 0.05, 250e-6),
            resistor("R2, 215 kΩ", "k2", 0.001, 10e-6),
            resistor("R3, 22.6 kΩ", "k3", 0.001, 10e-6),
            resistor("R4, 93.1 kΩ", "k4", 0.001, 10e-6),
            new Contribution("reference, 3.0 V", "0.2 %", "20 ppm/K", stage -> reference(stage, 0.002),
                    (stage, celsius) -> reference(stage, 20e-6 * kelvin(celsius))),
            new Contribution("input of the ADS1115", "6 MΩ, taken as 10 % off", "taken as 5 % in 35 K",
                    stage -> stage.loadedBy(5.4e6),
                    (stage, celsius) -> stage.loadedBy(6e6 * (1 - 0.05 * kelvin(celsius) / 35))),
            new Contribution("leakage of D1", "1 µA at 28 V", "doubles every 10 K", stage -> stage.with("itvs=1u"),
                    (stage, celsius) -> stage.with("itvs=1u").at(celsius)),
            new Contribution("leakage of D3, D4", "5 nA", "20 nA at 60 °C", stage -> stage.with("ipin=5n"),
                    (stage, celsius) -> stage.with("ipin=" + 5e-9 * Math.pow(4, kelvin(celsius) / 35))));

    /** What a temperature makes of a stage. */
    @FunctionalInterface
    interface Warming {
        InputStage at(InputStage stage, double celsius);
    }

    private static Contribution resistor(String name, String factor, double tolerance, double perKelvin) {
        return new Contribution(name, percent(tolerance), String.format(Locale.ROOT, "%.0f ppm/K", perKelvin * 1e6),
                stage -> stage.with(factor + "=" + (1 + tolerance)),
                (stage, celsius) -> stage.with(factor + "=" + (1 + perKelvin * kelvin(celsius))));
    }

    private static double kelvin(double celsius) {
        return celsius - CALIBRATED_CELSIUS;
    }

    private static InputStage reference(InputStage stage, double share) {
        return stage.referredTo(InputStage.REFERENCE_VOLTS * (1 + share));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** Largest error from 0 to 20 V that it adds before a calibration. */
    double uncalibratedVolts() {
        return Reading.worstVolts(off.apply(CLEAN), Reading.calibrated(CLEAN), 0, 20);
    }

    /** Largest error from 0 to 20 V that either temperature adds to a stage that was calibrated at 25 °C. */
    double driftVolts(double coldCelsius, double hotCelsius) {
        Calibration calibration = Reading.calibrated(warmed.at(CLEAN, CALIBRATED_CELSIUS));
        return Math.max(Reading.worstVolts(warmed.at(CLEAN, hotCelsius), calibration, 0, 20),
                Reading.worstVolts(warmed.at(CLEAN, coldCelsius), calibration, 0, 20));
    }

    /** The parts do not know of each other: their errors add as squares. */
    static double rootOfSquares(List<Double> errors) {
        return Math.sqrt(errors.stream().mapToDouble(error -> error * error).sum());
    }
}
