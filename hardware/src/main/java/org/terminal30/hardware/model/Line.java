package org.terminal30.hardware.model;

/**
 * What all branches together feed into the network around a voltage: {@code amperes = drive − siemens × volts}, valid from one
 * voltage to another. Between those the network's capacitor follows an exponential, which is solved exactly.
 */
final class Line {
    private double driveAmperes;
    private double siemens;
    private double fromVolts;
    private double untilVolts;

    void clear() {
        driveAmperes = 0;
        siemens = 0;
        fromVolts = Double.NEGATIVE_INFINITY;
        untilVolts = Double.POSITIVE_INFINITY;
    }

    /** A branch that feeds {@code drive − siemens × volts}. */
    void add(double drive, double conductance) {
        driveAmperes += drive;
        siemens += conductance;
    }

    /**
     * Nothing changes between here and this voltage, and something does at it.
     *
     * @param rising whether the network goes up from where it is
     * @return whether the network is above it, or just leaves it upwards
     */
    boolean isAbove(double point, double volts, boolean rising) {
        boolean above = volts > point || (volts == point && rising);
        if (above) {
            fromVolts = Math.max(fromVolts, point);
        } else {
            untilVolts = Math.min(untilVolts, point);
        }
        return above;
    }

    /** Whether the voltage lies inside, where it does not matter which way the network goes. */
    boolean contains(double volts) {
        return volts > fromVolts && volts < untilVolts;
    }

    /** Into the network. */
    double amperes(double volts) {
        return driveAmperes - siemens * volts;
    }

    /** The end that the network moves towards. */
    double end(boolean rising) {
        return rising ? untilVolts : fromVolts;
    }

    /** The voltage after a while, were the line endless; {@code span} is seconds over farads. */
    double after(double volts, double span) {
        double amperes = amperes(volts);
        return siemens == 0 ? volts + amperes * span : volts - amperes / siemens * Math.expm1(-siemens * span);
    }

    /** The span until a voltage is reached that {@link #after} passes. */
    double spanTo(double target, double volts) {
        double share = (target - volts) / amperes(volts);
        return siemens == 0 ? share : -Math.log1p(-siemens * share) / siemens;
    }

    /** The mean voltage while the network goes from one to another in a span. */
    double mean(double fromV, double toV, double span) {
        return siemens == 0 || span == 0
                ? (fromV + toV) / 2
                : (driveAmperes - (toV - fromV) / span) / siemens;
    }
}
