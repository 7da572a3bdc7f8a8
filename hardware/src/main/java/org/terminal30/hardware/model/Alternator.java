package org.terminal30.hardware.model;

/**
 * An alternator with its regulator: a voltage behind a small resistance up to what it can give at this speed, and never backwards.
 * Its ripple is laid over the network's voltage: a sine of the six pulses of each period, or with an open diode of one.
 *
 * @param setVolts of the regulator at 25 °C
 * @param voltsPerKelvin change of the set voltage; −10 mV/K as conventional regulators have it, smart ones −18…−30
 * @param maxAmperes at {@value #FULL_RPM} rpm and above; less in proportion below
 * @param ohms between regulator and network
 * @param rippleVoltsPeakToPeak of a healthy one
 * @param openDiode whether a diode is open: two thirds of the current, and {@value #FAULT_RIPPLE} times the ripple
 */
public record Alternator(double setVolts, double voltsPerKelvin, double maxAmperes, double ohms,
        double rippleVoltsPeakToPeak, boolean openDiode) {
    /** Background knowledge: idle gives a little less than half. */
    static final double FULL_RPM = 1_800;
    static final double FAULT_RIPPLE = 10;
    private static final double WARM_KELVIN = 25;
    /** Pulley ratio 2.5 and six pole pairs: 1.2 kHz of six pulses at 800 rpm (background knowledge). */
    private static final double PERIODS_PER_TURN = 2.5 * 6;
    private static final int PULSES = 6;
    private static final double SECONDS_A_MINUTE = 60;

    public static final Alternator TYPICAL = new Alternator(14.2, -0.010, 90, 0.01, 0.08, false);

    public Alternator {
        Limits.within("set_volts", setVolts, 0, 20);
        Limits.within("volts_per_kelvin", voltsPerKelvin, -0.05, 0);
        Limits.within("max_amperes", maxAmperes, 0, 300);
        Limits.within("ohms", ohms, 0.001, 1);
        Limits.within("ripple_volts", rippleVoltsPeakToPeak, 0, 3);
    }

    double volts(double celsius) {
        return setVolts + voltsPerKelvin * (celsius - WARM_KELVIN);
    }

    double amperesAt(double rpm) {
        double whole = maxAmperes * Math.min(1, rpm / FULL_RPM);
        return openDiode ? whole * 2 / 3 : whole;
    }

    double rippleVolts(double rpm, double seconds) {
        double periods = rpm / SECONDS_A_MINUTE * PERIODS_PER_TURN * seconds;
        return openDiode
                ? FAULT_RIPPLE * rippleVoltsPeakToPeak / 2 * Math.sin(2 * Math.PI * periods)
                : rippleVoltsPeakToPeak / 2 * Math.sin(2 * Math.PI * PULSES * periods);
    }
}
