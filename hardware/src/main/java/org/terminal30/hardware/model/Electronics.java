package org.terminal30.hardware.model;

/**
 * The control units of a car together: a resistance and a capacitor on terminal 30. Real ones draw a more even current, so that
 * the voltage of a car without any supply falls somewhat slower here at its end.
 *
 * @param asleepAmperes at {@value Parts#RATED_VOLTS} V; 25–50 mA after 40–75 minutes (the trade)
 * @param awakeAmperes after a door was opened or the ignition switched
 * @param awakeSeconds for how long after that
 * @param farads 5 mF hold a sleeping car above 5 V for two seconds
 */
public record Electronics(double asleepAmperes, double awakeAmperes, double awakeSeconds, double farads) {
    public static final Electronics TYPICAL = new Electronics(0.03, 1.0, 60, 0.005);

    public Electronics {
        Limits.within("asleep_amperes", asleepAmperes, 0.001, 20);
        Limits.within("awake_amperes", awakeAmperes, asleepAmperes, 50);
        Limits.within("awake_seconds", awakeSeconds, 0, 86_400);
        Limits.within("farads", farads, 1e-5, 1);
    }
}
