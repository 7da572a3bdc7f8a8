package org.terminal30.dashboard.diagnosis.evidence;

import java.util.Random;

import org.terminal30.dashboard.diagnosis.Cause;

/**
 * A car as fate made it, with one thing that makes its radio lock. All figures are of this generator alone: it takes nothing
 * from the judge or its limits.
 */
final class InventedCar {
    /** What is wrong with the supply, when it is the supply. */
    enum Ailment {
        NONE,
        TIRED_BATTERY,
        LOOSE_CLAMP,
        ALTERNATOR_DEAD,
        ALTERNATOR_TIRED,
        REGULATOR_WILD
    }

    final Cause fault;
    final Ailment ailment;
    final double ampereHours;
    final double milliohms;
    final double alternatorVolts;
    final boolean smart;
    final double quiescentAmperes;
    /** How long the radio bridges, in milliseconds. */
    final double holdUpMillis;
    /** What a starter may leave it without a lock. */
    final double radioNeedsVolts;
    final double breaksPerHour;
    final double longestBreakMillis;
    final double locksPerIgnition;
    final double warmestCelsius;
    final boolean unofficialFirmware;

    InventedCar(Cause fault, Random fate) {
        this.fault = fault;
        this.ailment = fault == Cause.SUPPLY ? Ailment.values()[1 + fate.nextInt(5)] : Ailment.NONE;
        this.ampereHours = between(fate, 44, 78);
        this.milliohms = ailment == Ailment.TIRED_BATTERY ? between(fate, 17, 27) : between(fate, 5, 9.5);
        this.alternatorVolts = switch (ailment) {
            case ALTERNATOR_TIRED -> between(fate, 12.2, 12.75);
            case REGULATOR_WILD -> between(fate, 15.1, 15.9);
            default -> between(fate, 13.5, 14.6);
        };
        this.smart = ailment == Ailment.NONE && fate.nextDouble() < 0.12;
        this.quiescentAmperes = fault == Cause.DRAIN ? between(fate, 0.45, 2.2) : between(fate, 0.012, 0.048);
        this.holdUpMillis = Math.exp(between(fate, Math.log(8), Math.log(250)));
        this.radioNeedsVolts = between(fate, 6.2, 8.2);
        boolean contact = fault == Cause.CONTACT || ailment == Ailment.LOOSE_CLAMP;
        this.breaksPerHour = contact ? Math.exp(between(fate, Math.log(0.15), Math.log(2.5))) : 0;
        this.longestBreakMillis = fate.nextDouble() < 0.2 ? 9_000 : 900;
        this.locksPerIgnition = switch (fault) {
            case FIRMWARE -> between(fate, 0.08, 0.3);
            case MEMORY -> between(fate, 0.85, 1.0);
            default -> 0;
        };
        this.warmestCelsius = between(fate, -6, 27);
        this.unofficialFirmware = fault == Cause.FIRMWARE || fate.nextDouble() < 0.06;
    }

    /** Of a battery at rest, by its charge (0 to 1). */
    double openVolts(double charge, double celsius) {
        double knee = Math.max(0, 0.15 - charge) * 8;
        return 11.84 + 0.83 * charge - knee + 0.0028 * (celsius - 20);
    }

    /** What the starter leaves, once it turns. */
    double crankingVolts(double charge, double celsius, Random fate) {
        double cold = 1 + Math.max(0, 15 - celsius) * 0.014;
        double empty = 1 + 7 * Math.pow(Math.max(0, 0.52 - charge), 1.3);
        return openVolts(charge, celsius) - 0.001 * milliohms * cold * empty * between(fate, 190, 245);
    }

    static double between(Random fate, double low, double high) {
        return low + fate.nextDouble() * (high - low);
    }
}
