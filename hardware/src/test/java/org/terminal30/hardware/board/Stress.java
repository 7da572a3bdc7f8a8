package org.terminal30.hardware.board;

import java.util.Locale;

import org.terminal30.hardware.calibration.Divider;

/**
 * What one pulse does to an input stage.
 *
 * @param minPinVolts lowest voltage at the pin
 * @param maxPinVolts highest voltage at the pin
 * @param peakClampWatts highest power of D1 and D2 together
 * @param clampJoules energy into D1 and D2
 * @param peakResistorVolts highest voltage over R1, of either sign
 * @param resistorJoules energy into R1
 * @param resistorWatts mean power of R1 while the pulse lasts, at least over a second
 * @param pinClampAmperes highest current through D3 or D4
 * @param readingErrorVolts at the end, against what stood before, at the lead
 */
record Stress(double minPinVolts, double maxPinVolts, double peakClampWatts, double clampJoules,
        double peakResistorVolts,
        double resistorJoules, double resistorWatts, double pinClampAmperes, double readingErrorVolts) {
    private static final String PIN = "v(pin)";
    private static final String CLAMP_POWER = "v(clamp)*(v(lead)-v(clamp))/1000";
    private static final String RESISTOR_POWER = "(v(lead)-v(clamp))*(v(lead)-v(clamp))/1000";
    private static final String RESISTOR_VOLTS = "abs(v(lead)-v(clamp))";
    private static final String PIN_CLAMP = "abs(@d.xstage.d3[id])+abs(@d.xstage.d4[id])";

    static Curves curves(InputStage stage, Pulse pulse) {
        double seconds = pulse.seconds();
        return Ngspice.run(stage.circuit(pulse.source()),
                String.format(Locale.ROOT, "save all @d.xstage.d3[id] @d.xstage.d4[id]%ntran %g %g 0 %g",
                        seconds / 20_000,
                        seconds, seconds / 5_000),
                PIN, "v(clamp)", "v(lead)", CLAMP_POWER, RESISTOR_POWER, RESISTOR_VOLTS, PIN_CLAMP);
    }

    static Stress of(InputStage stage, Pulse pulse) {
        Curves curves = curves(stage, pulse);
        double joules = curves.integral(RESISTOR_POWER);
        double error = Divider.BOX.leadVolts(curves.last(PIN)) - Divider.BOX.leadVolts(curves.of(PIN)[0])
                - (pulse.waveform().lastVolts() - pulse.waveform().firstVolts());
        return new Stress(curves.min(PIN), curves.max(PIN), curves.max(CLAMP_POWER), curves.integral(CLAMP_POWER),
                curves.max(RESISTOR_VOLTS), joules, joules / Math.max(1, pulse.seconds()), curves.max(PIN_CLAMP),
                error);
    }
}
