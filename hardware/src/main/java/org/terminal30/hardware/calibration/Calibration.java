package org.terminal30.hardware.calibration;

/**
 * Straight line from what a front-end reads to what a reference instrument reads: {@code value = reading × gain + offset}.
 *
 * @param gain factor, without unit; not 0, its size at most {@value #MAX_GAIN}; negative for a sensor wired the other way
 * @param offset added after the gain, in the unit of the channel; its size at most {@value #MAX_OFFSET}
 */
public record Calibration(double gain, double offset) {
    public static final double MAX_GAIN = 1000;
    public static final double MAX_OFFSET = 1000;
    /** Readings taken as they are. */
    public static final Calibration IDENTITY = new Calibration(1, 0);

    public Calibration {
        if (!(Math.abs(gain) <= MAX_GAIN) || gain == 0) {
            throw new IllegalArgumentException(
                    "gain is %s, must be within -%s and %s and not 0".formatted(gain, MAX_GAIN, MAX_GAIN));
        }
        if (!(Math.abs(offset) <= MAX_OFFSET)) {
            throw new IllegalArgumentException(
                    "offset is %s, must be within -%s and %s".formatted(offset, MAX_OFFSET, MAX_OFFSET));
        }
    }

    /**
     * The line through two points, each what the front-end read while the reference showed the true value: 2.00 V and 18.00 V
     * bring a divider of 1 % parts to ±5–10 mV.
     *
     * @throws IllegalArgumentException when the two readings are the same, or the line is outside the allowed gain and offset
     */
    public static Calibration throughPoints(double lowReading, double lowTrue, double highReading, double highTrue) {
        if (lowReading == highReading) {
            throw new IllegalArgumentException(
                    "both readings are %s, two different voltages are needed for a calibration".formatted(lowReading));
        }
        double gain = (highTrue - lowTrue) / (highReading - lowReading);
        return new Calibration(gain, lowTrue - lowReading * gain);
    }

    public double apply(double reading) {
        return reading * gain + offset;
    }
}
