package org.terminal30.hardware.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.terminal30.hardware.calibration.Divider;

/**
 * One channel of the box in front of a converter, somewhere in its tolerances.
 *
 * @param filterFarads C1
 * @param converterOhms input of the converter to ground
 * @param celsius temperature of everything
 * @param supplyVolts of the converter
 * @param referenceVolts nominally 3.0 V
 * @param parts factors and limits for the parts of box.lib, as {@code k2=1.001}
 */
record InputStage(double filterFarads, double converterOhms, double celsius, double supplyVolts, double referenceVolts,
        List<String> parts) {
    static final double REFERENCE_VOLTS = Divider.BOX.biasVolts();
    /** Input to ground at ±4.096 V (SBAS444, electrical characteristics). */
    private static final double ADS1115_OHMS = 6e6;
    /** The buffer in front of the MCP3208 draws picoamperes. */
    private static final double BUFFER_OHMS = 1e12;
    static final InputStage ADS1115 = new InputStage(100e-9, ADS1115_OHMS, 25, 3.3, REFERENCE_VOLTS, List.of());
    static final InputStage MCP3208 = new InputStage(4.7e-9, BUFFER_OHMS, 25, 3.3, REFERENCE_VOLTS, List.of());

    /** 60 °C, suppressors at the upper end of their 5 %, supply 5 % low: the least room at the pin. */
    InputStage atItsLimits() {
        return at(60).supplied(3.135).with("bv1=34.4", "bv2=8.6");
    }

    InputStage at(double newCelsius) {
        return new InputStage(filterFarads, converterOhms, newCelsius, supplyVolts, referenceVolts, parts);
    }

    InputStage supplied(double newSupplyVolts) {
        return new InputStage(filterFarads, converterOhms, celsius, newSupplyVolts, referenceVolts, parts);
    }

    InputStage referredTo(double newReferenceVolts) {
        return new InputStage(filterFarads, converterOhms, celsius, supplyVolts, newReferenceVolts, parts);
    }

    InputStage loadedBy(double newConverterOhms) {
        return new InputStage(filterFarads, newConverterOhms, celsius, supplyVolts, referenceVolts, parts);
    }

    InputStage with(String... moreParts) {
        List<String> all = new ArrayList<>(parts);
        all.addAll(List.of(moreParts));
        return new InputStage(filterFarads, converterOhms, celsius, supplyVolts, referenceVolts, all);
    }

    /** The stage between the nodes {@code lead}, {@code clamp} and {@code pin}, with its supplies. */
    List<String> circuit(String... source) {
        List<String> lines = new ArrayList<>(List.of(source));
        lines.add("Vvdd vdd 0 dc " + supplyVolts);
        lines.add("Vvref vref 0 dc " + referenceVolts);
        lines.add(
                String.format(Locale.ROOT, "Xstage lead clamp pin vref vdd input_stage c1=%g radc=%g %s", filterFarads,
                        converterOhms, String.join(" ", parts)));
        lines.add(".temp " + celsius);
        return lines;
    }

    /** Volts at the pin over volts on the lead, without any change in time. */
    Curves transfer(double fromVolts, double toVolts, double stepVolts) {
        return Ngspice.run(circuit("Vlead lead 0 dc 0"),
                String.format(Locale.ROOT, "dc Vlead %g %g %g", fromVolts, toVolts, stepVolts), "v(pin)");
    }
}
