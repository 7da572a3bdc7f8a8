package org.terminal30.hardware.serial;

import org.terminal30.hardware.sample.Channel.Unit;

/**
 * A field of the text blocks of a Victron product that a channel can be taken from. The constants are the labels of the protocol.
 */
public enum VeDirectField {
    /** The main battery, or what the product measures where a BMV measures it. */
    V(Unit.VOLT, 1e-3),
    /** The starter battery: the auxiliary input of a BMV or SmartShunt. */
    VS(Unit.VOLT, 1e-3),
    /**
     * The shunt in the negative lead of the main battery. Victron counts what flows into the battery as positive; here it is
     * turned round, because our channels count what the car draws, or what the supply feeds.
     */
    I(Unit.AMPERE, -1e-3);

    private final Unit unit;
    private final double unitsPerCount;

    VeDirectField(Unit unit, double unitsPerCount) {
        this.unit = unit;
        this.unitsPerCount = unitsPerCount;
    }

    public Unit unit() {
        return unit;
    }

    /** From the millivolts or milliamperes on the line to the unit of the field. */
    double of(long counts) {
        return counts * unitsPerCount;
    }
}
