package org.terminal30.hardware.calibration;

/**
 * The resistors between a sense lead and a converter's pin. A bias resistor to a reference voltage lifts the pin, so that a
 * converter that ends at 0 V still sees a reversed battery.
 *
 * @param topOhms from the sense lead to the pin; 0 when the pin sits on the lead
 * @param bottomOhms from the pin to ground; infinite when there is none
 * @param biasOhms from the pin to the reference; infinite when there is none
 * @param biasVolts the reference
 */
public record Divider(double topOhms, double bottomOhms, double biasOhms, double biasVolts) {
    /** No resistors: the pin sees the lead. */
    public static final Divider NONE = of(0, Double.POSITIVE_INFINITY);
    /** 100 kΩ over 20 kΩ: 24.5 V at a converter's 4.096 V, 0.75 mV for each count of 125 µV. */
    public static final Divider STANDARD = of(100_000, 20_000);
    /**
     * The input stage of the bay's box ({@code docs/board.md}, {@code hardware/board/bom.csv}): R1 and R2 on top, R3 to
     * ground, R4 to the 3.0 V reference. −5…+28 V become 0.152…2.715 V; an open lead reads 0.586 V, because R4 pulls it up.
     */
    public static final Divider BOX = new Divider(216_000, 22_600, 93_100, 3.0);

    public Divider {
        if (!(topOhms >= 0) || Double.isInfinite(topOhms)) {
            throw new IllegalArgumentException("topOhms is %s, must be 0 or more".formatted(topOhms));
        }
        if (!(bottomOhms > 0)) {
            throw new IllegalArgumentException("bottomOhms is %s, must be above 0".formatted(bottomOhms));
        }
        if (!(biasOhms > 0)) {
            throw new IllegalArgumentException("biasOhms is %s, must be above 0".formatted(biasOhms));
        }
        if (!(Math.abs(biasVolts) <= MAX_BIAS_VOLTS)) {
            throw new IllegalArgumentException(
                    "biasVolts is %s, must be within -%s and %s".formatted(biasVolts, MAX_BIAS_VOLTS, MAX_BIAS_VOLTS));
        }
    }

    /** The highest supply that a converter of the product runs on, with its tolerance. */
    public static final double MAX_BIAS_VOLTS = 5.5;

    /** A divider without bias. */
    public static Divider of(double topOhms, double bottomOhms) {
        return new Divider(topOhms, bottomOhms, Double.POSITIVE_INFINITY, 0);
    }

    /** Volts on the sense lead when the pin is at {@code pinVolts}. */
    public double leadVolts(double pinVolts) {
        return pinVolts * (1 + topOhms / bottomOhms + topOhms / biasOhms) - biasVolts * topOhms / biasOhms;
    }

    /** Volts on the pin when the sense lead is at {@code leadVolts}. */
    public double pinVolts(double leadVolts) {
        return (leadVolts + biasVolts * topOhms / biasOhms) / (1 + topOhms / bottomOhms + topOhms / biasOhms);
    }
}
