package org.terminal30.hardware.model;

/**
 * How things stand when the model begins. The control units sleep, doors are closed, the ignition is off unless the engine runs.
 *
 * @param battery whether its clamps are on
 * @param saver whether it is on the car
 * @param sense whether the bay's lead is on the car
 * @param saverOn whether the saver is switched on
 * @param engineRuns whether the engine idles
 */
public record Beginning(boolean battery, boolean saver, boolean sense, boolean saverOn, boolean engineRuns) {
    /** A parked car with the bay's lead on it. */
    public static final Beginning PARKED = new Beginning(true, false, true, true, false);
}
