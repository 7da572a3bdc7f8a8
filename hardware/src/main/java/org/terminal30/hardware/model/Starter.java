package org.terminal30.hardware.model;

/**
 * A starter as a resistance that changes: nothing, then within {@value #CLOSING_SECONDS} s that of the locked rotor, held for
 * {@value #LOCKED_SECONDS} s, then over {@value #RAMP_SECONDS} s that of a turning one, which swings with the compressions. The
 * times are those of the ISO 16750-2 starting profile.
 *
 * @param lockedOhms of the rotor that does not turn yet
 * @param turningOhms while it turns the engine
 * @param compressionsHertz swings a second
 * @param swingShare of the conductance, to either side
 * @param seconds for which the key is held
 * @param minimumVolts mean of the network while it turns, below which the engine does not fire
 */
public record Starter(double lockedOhms, double turningOhms, double compressionsHertz, double swingShare,
        double seconds, double minimumVolts) {
    static final double CLOSING_SECONDS = 0.005;
    static final double LOCKED_SECONDS = 0.015;
    static final double RAMP_SECONDS = 0.050;

    /** 700 A and 8.4 V for a moment, then 175 A, with a healthy battery; as real recordings show it. */
    public static final Starter TYPICAL = new Starter(0.012, 0.06, 2, 0.25, 1.0, 7.5);

    public Starter {
        Limits.within("locked_ohms", lockedOhms, 0.002, 1);
        Limits.within("turning_ohms", turningOhms, lockedOhms, 10);
        Limits.within("compressions_hertz", compressionsHertz, 0.1, 50);
        Limits.within("swing_share", swingShare, 0, 0.9);
        Limits.within("seconds", seconds, 0.1, 60);
        Limits.within("minimum_volts", minimumVolts, 0, 12);
    }

    /** Siemens at a time since the key was turned. */
    double conductance(double sinceSeconds) {
        double locked = 1 / lockedOhms;
        double turning = 1 / turningOhms;
        if (sinceSeconds < CLOSING_SECONDS) {
            return locked * sinceSeconds / CLOSING_SECONDS;
        }
        double ramped = (sinceSeconds - CLOSING_SECONDS - LOCKED_SECONDS) / RAMP_SECONDS;
        if (ramped < 1) {
            return locked + (turning - locked) * Math.max(0, ramped);
        }
        return turning * (1 + swingShare
                * Math.sin(2 * Math.PI * compressionsHertz * (ramped - 1) * RAMP_SECONDS));
    }

    /** Whether it turns by then: the rush is over. */
    static boolean turns(double sinceSeconds) {
        return sinceSeconds >= CLOSING_SECONDS + LOCKED_SECONDS + RAMP_SECONDS;
    }
}
