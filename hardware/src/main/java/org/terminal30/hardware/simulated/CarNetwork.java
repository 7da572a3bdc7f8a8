package org.terminal30.hardware.simulated;

import java.time.Duration;

/**
 * The electrical network of a parked car as one node: a battery and a memory saver, each a voltage behind a resistance, feed loads
 * that behave as a resistor, and the capacitors of all the control units hold the voltage between them. The saver has a blocking
 * diode and never takes current. Stepped through time by the backward Euler rule, which stays stable however quickly the
 * capacitors follow.
 */
final class CarNetwork {
    /** Fine enough for a contact that bounces for milliseconds, coarse enough to simulate a car on a Raspberry Pi. */
    static final Duration STEP = Duration.ofNanos(100_000);

    /**
     * What the network is made of.
     *
     * @param saverNoLoadVolts of the memory saver's source, before its diode
     * @param saverOhms inside the saver and its lead
     * @param diodeVolts lost across the blocking diode while it conducts
     * @param batteryOhms inside the battery and its clamps
     * @param capacitanceFarads of everything on terminal 30
     */
    record Parts(double saverNoLoadVolts, double saverOhms, double diodeVolts, double batteryOhms,
            double capacitanceFarads) {
        static final Parts TYPICAL = new Parts(13.2, 0.15, 0.35, 0.015, 4.7e-3);
    }

    /**
     * What is connected at a moment.
     *
     * @param batteryVolts open-circuit voltage of the battery that is there
     * @param batteryClamped whether the battery feeds the network
     * @param saverClamped whether the saver's clamp has contact
     * @param loadOhms all loads together
     */
    record Wiring(double batteryVolts, boolean batteryClamped, boolean saverClamped, double loadOhms) {}

    private final Parts parts;
    private double volts;
    private double saverAmperes;
    private double batteryAmperes;

    CarNetwork(Parts parts, double beginVolts) {
        this.parts = parts;
        this.volts = beginVolts;
    }

    /** Goes {@link #STEP} further. */
    void step(Wiring wiring) {
        double capacitive = parts.capacitanceFarads / (STEP.toNanos() / 1e9);
        double battery = wiring.batteryClamped ? 1 / parts.batteryOhms : 0;
        double saver = wiring.saverClamped ? 1 / parts.saverOhms : 0;
        double saverVolts = parts.saverNoLoadVolts - parts.diodeVolts;
        double driven = capacitive * volts + battery * wiring.batteryVolts;
        double conductance = capacitive + battery + 1 / wiring.loadOhms;
        double blocked = driven / conductance;
        volts = saverVolts > blocked ? (driven + saver * saverVolts) / (conductance + saver) : blocked;
        saverAmperes = saver * Math.max(0, saverVolts - volts);
        batteryAmperes = battery * (wiring.batteryVolts - volts);
    }

    double onboardVolts() {
        return volts;
    }

    /** Source side of the saver, before its diode. */
    double backupVolts() {
        return parts.saverNoLoadVolts - saverAmperes * parts.saverOhms;
    }

    /** Car side of the diode. */
    double backupLeadVolts(boolean clamped) {
        return clamped ? volts : parts.saverNoLoadVolts - parts.diodeVolts;
    }

    double saverAmperes() {
        return saverAmperes;
    }

    double batteryAmperes() {
        return batteryAmperes;
    }

    /** Post to post. */
    double batteryVolts(double openCircuitVolts) {
        return openCircuitVolts - batteryAmperes * parts.batteryOhms;
    }
}
