package org.terminal30.hardware.model;

/**
 * A head unit: what it draws, and how long it remembers. Its hold-up is a store that lasts {@code holdUpSeconds} from full, empties
 * evenly while the terminal is below {@code memoryVolts}, and fills again over {@code refillSeconds} above it; empty, the memory is
 * lost. Nobody publishes these figures: below about 6 V for more than 100 ms is a risk (background knowledge).
 *
 * @param amperes from terminal 30 in standby, at {@value Parts#RATED_VOLTS} V
 */
public record Radio(double amperes, double memoryVolts, double holdUpSeconds, double refillSeconds) {
    public static final Radio TYPICAL = new Radio(0.01, 6, 0.3, 0.1);

    public Radio {
        Limits.within("amperes", amperes, 0.0005, 10);
        Limits.within("memory_volts", memoryVolts, 1, 11);
        Limits.within("hold_up_seconds", holdUpSeconds, 0, 3_600);
        Limits.within("refill_seconds", refillSeconds, 0.001, 600);
    }
}
