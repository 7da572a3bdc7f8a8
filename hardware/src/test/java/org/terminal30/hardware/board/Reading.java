package org.terminal30.hardware.board;

import org.terminal30.hardware.calibration.Calibration;
import org.terminal30.hardware.calibration.Divider;

/** What a stage reads: its pin, taken back through {@link Divider#BOX} and a calibration. */
final class Reading {
    private static final String PIN = "v(pin)";
    private static final double STEP_VOLTS = 0.5;

    private Reading() {
    }

    /** Two points at 10.00 and 15.00 V, the closer of the pairs that {@code agent calibrate} asks for. */
    static Calibration calibrated(InputStage stage) {
        Curves curves = stage.transfer(10, 15, 5);
        return Calibration.throughPoints(Divider.BOX.leadVolts(curves.at(10, PIN)), 10,
                Divider.BOX.leadVolts(curves.at(15, PIN)), 15);
    }

    /** Reading minus truth at every half volt; the curve begins at {@code fromVolts}. */
    static double[] errorVolts(InputStage stage, Calibration calibration, double fromVolts, double toVolts) {
        Curves curves = stage.transfer(fromVolts, toVolts, STEP_VOLTS);
        double[] pin = curves.of(PIN);
        double[] errors = new double[pin.length];
        for (int i = 0; i < pin.length; i++) {
            errors[i] = calibration.apply(Divider.BOX.leadVolts(pin[i])) - curves.scale()[i];
        }
        return errors;
    }

    /** The largest error of either sign. */
    static double worstVolts(InputStage stage, Calibration calibration, double fromVolts, double toVolts) {
        double worst = 0;
        for (double error : errorVolts(stage, calibration, fromVolts, toVolts)) {
            worst = Math.max(worst, Math.abs(error));
        }
        return worst;
    }
}
