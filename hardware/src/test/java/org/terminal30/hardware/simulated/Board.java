package org.terminal30.hardware.simulated;

import java.util.SplittableRandom;

import org.terminal30.hardware.calibration.Calibration;
import org.terminal30.hardware.calibration.Divider;

/**
 * One built bay: its resistors, reference and chip as chance made them within their tolerances, its meter as chance made it, and
 * the two-point calibration that somebody did with that meter.
 *
 * @param parts the resistors that are soldered in
 * @param referenceShare of the nominal voltage that the reference has
 * @param chip errors of the converter
 * @param meterShare what the meter shows of a true voltage; the same over its whole range
 */
record Board(Divider parts, double referenceShare, ConverterErrors chip, double meterShare) {
    /** A meter of 0.05 % whose last digit is a millivolt: what 4½ digits have. */
    private static final double METER_TOLERANCE = 0.0005;
    private static final double METER_STEP_VOLTS = 0.001;
    static final double LOW_VOLTS = 2;
    static final double HIGH_VOLTS = 18;

    /** What the converter gets wrong at the most, each figure by chance within its bounds. */
    record Tolerances(double parts, double reference, double offsetCounts, double gainCounts, double linearityCounts,
            double noiseCountsRms) {}

    /** The mean of many conversions of a voltage on the lead, scaled as an uncalibrated bay scales it. */
    @FunctionalInterface
    interface Reading {
        double ofLeadVolts(double volts);
    }

    static Board random(SplittableRandom chance, Tolerances within) {
        Divider box = Divider.BOX;
        double reference = part(chance, 1, within.reference);
        var parts = new Divider(part(chance, box.topOhms(), within.parts),
                part(chance, box.bottomOhms(), within.parts), part(chance, box.biasOhms(), within.parts),
                box.biasVolts() * reference);
        var chip = new ConverterErrors(chance.nextDouble(-1, 1) * within.offsetCounts,
                chance.nextDouble(-1, 1) * within.gainCounts, within.linearityCounts,
                ConverterErrors.randomShape(chance), within.noiseCountsRms);
        return new Board(parts, reference, chip, part(chance, 1, METER_TOLERANCE));
    }

    private static double part(SplittableRandom chance, double nominal, double tolerance) {
        return nominal * (1 + chance.nextDouble(-1, 1) * tolerance);
    }

    /** The line that somebody gets who sets 2.00 V and 18.00 V by the meter. */
    Calibration calibrated(Reading reading) {
        return Calibration.throughPoints(reading.ofLeadVolts(LOW_VOLTS), shown(LOW_VOLTS),
                reading.ofLeadVolts(HIGH_VOLTS), shown(HIGH_VOLTS));
    }

    private double shown(double trueVolts) {
        return Math.rint(trueVolts * meterShare / METER_STEP_VOLTS) * METER_STEP_VOLTS;
    }
}
