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
 * @param hot the stage at 60 °C, calibrated at 25 °C
 * @param cold the same at −10 °C
 */
record Contribution(String name, String tolerance, String drift, UnaryOperator<InputStage> off,
        UnaryOperator<InputStage> hot, UnaryOperator<InputStage> cold) {
    private static final double KELVIN = 35;
    /** No leakage at all: what the other contributions are seen against. */
    static final InputStage CLEAN = InputStage.ADS1115.with("itvs=1f");
    static final List<Contribution> ALL = List.of(
            resistor("R1, 1 kΩ", "k1", 0.05, 250e-6),
            resistor("R2, 215 kΩ", "k2", 0.001, 25e-6),
            resistor("R3, 22.6 kΩ", "k3", 0.001, 25e-6),
            resistor("R4, 93.1 kΩ", "k4", 0.001, 25e-6),
            new Contribution("reference, 3.0 V", "0.2 %", "20 ppm/K", stage -> reference(stage, 0.002),
                    stage -> reference(stage, 20e-6 * KELVIN), stage -> reference(stage, -20e-6 * KELVIN)),
            new Contribution("input of the ADS1115", "6 MΩ, taken as 10 % off", "taken as 5 %",
                    stage -> stage.loadedBy(5.4e6), stage -> stage.loadedBy(5.7e6), stage -> stage.loadedBy(6.3e6)),
            new Contribution("leakage of D1", "1 µA at 28 V", "doubles every 10 K", stage -> stage.with("itvs=1u"),
                    stage -> stage.with("itvs=1u").at(60), stage -> stage.with("itvs=1u").at(-10)),
            new Contribution("leakage of D3, D4", "5 nA", "20 nA at 60 °C", stage -> stage.with("ipin=5n"),
                    stage -> stage.with("ipin=20n"), stage -> stage.with("ipin=1n")));

    private static Contribution resistor(String name, String factor, double tolerance, double perKelvin) {
        return new Contribution(name, percent(tolerance), String.format(Locale.ROOT, "%.0f ppm/K", perKelvin * 1e6),
                stage -> stage.with(factor + "=" + (1 + tolerance)),
                stage -> stage.with(factor + "=" + (1 + perKelvin * KELVIN)),
                stage -> stage.with(factor + "=" + (1 - perKelvin * KELVIN)));
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

    /** Largest error up to {@code toVolts} that 60 °C or −10 °C adds to a stage that was calibrated at 25 °C. */
    double driftVolts(double fromVolts, double toVolts) {
        Calibration calibration = Reading.calibrated(CLEAN);
        return Math.max(Reading.worstVolts(hot.apply(CLEAN), calibration, fromVolts, toVolts),
                Reading.worstVolts(cold.apply(CLEAN), calibration, fromVolts, toVolts));
    }

    /** The parts do not know of each other: their errors add as squares. */
    static double rootOfSquares(List<Double> errors) {
        return Math.sqrt(errors.stream().mapToDouble(error -> error * error).sum());
    }
}
