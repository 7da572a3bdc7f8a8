package org.terminal30.hardware.model;

import java.util.Map;

/**
 * Everything a bay's model is made of.
 *
 * @param loads current at {@value #RATED_VOLTS} V of each load that can be switched, by its name
 * @param celsius of battery and regulator
 */
public record Parts(Battery battery, Alternator alternator, Starter starter, Electronics electronics, Saver saver,
        Contacts contacts, Radio radio, Map<String, Double> loads, double celsius) {
    /** Currents of loads are named for this voltage; they are resistances. */
    public static final double RATED_VOLTS = 12.6;
    /** The load that a door switches. */
    public static final String DOME_LIGHT = "dome-light";
    /** Background knowledge, apart from the drain: a stuck lamp takes about 1 A (the trade). */
    public static final Map<String, Double> TYPICAL_LOADS = Map.of(DOME_LIGHT, 1.0, "witness-lamp", 0.4, "headlights",
            10.0, "blower", 12.0, "rear-window", 15.0, "drain", 1.0);

    public static final Parts TYPICAL = new Parts(Battery.TYPICAL, Alternator.TYPICAL, Starter.TYPICAL,
            Electronics.TYPICAL, Saver.TYPICAL, Contacts.TYPICAL, Radio.TYPICAL, TYPICAL_LOADS, 21);

    public Parts {
        loads = Map.copyOf(loads);
        loads.forEach((name, amperes) -> Limits.within(name, amperes, 0.001, 200));
        if (!loads.containsKey(DOME_LIGHT)) {
            throw new IllegalArgumentException(
                    "loads are %s, must have a %s for the doors".formatted(loads.keySet(), DOME_LIGHT));
        }
        Limits.within("celsius", celsius, -40, 60);
    }

    /** The same with another saver. */
    public Parts with(Saver other) {
        return new Parts(battery, alternator, starter, electronics, other, contacts, radio, loads, celsius);
    }

    /** The same with another battery. */
    public Parts with(Battery other) {
        return new Parts(other, alternator, starter, electronics, saver, contacts, radio, loads, celsius);
    }

    /** The same with another head unit. */
    public Parts with(Radio other) {
        return new Parts(battery, alternator, starter, electronics, saver, contacts, other, loads, celsius);
    }

    /** The same with other electronics. */
    public Parts with(Electronics other) {
        return new Parts(battery, alternator, starter, other, saver, contacts, radio, loads, celsius);
    }

    /** The same with other contacts. */
    public Parts with(Contacts other) {
        return new Parts(battery, alternator, starter, electronics, saver, other, radio, loads, celsius);
    }

    /** The same with another alternator. */
    public Parts with(Alternator other) {
        return new Parts(battery, other, starter, electronics, saver, contacts, radio, loads, celsius);
    }
}
