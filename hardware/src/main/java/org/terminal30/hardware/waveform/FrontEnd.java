package org.terminal30.hardware.waveform;

import java.util.Objects;

import org.terminal30.hardware.calibration.Calibration;
import org.terminal30.hardware.sample.ChannelInfo;

/**
 * What a front-end makes of the voltage at the end of its sense lead: low-pass, noise, an error of gain and offset, steps, a
 * range; and when it looks. Volts are those at the lead: a divider is reckoned in.
 *
 * @param name for people
 * @param stepVolts between two neighbouring readings
 * @param lowestVolts it reads nothing below; what is lower stands there
 * @param highestVolts it reads nothing above
 * @param noiseVoltsRms of a reading, before it is cut into steps; gaussian
 * @param lowPassSeconds time constant of the filter in front of it; 0 for none
 * @param conversion how it looks
 * @param error what it reads of a true voltage
 * @param timing when it looks, and what it says of that
 */
public record FrontEnd(String name, double stepVolts, double lowestVolts, double highestVolts, double noiseVoltsRms,
        double lowPassSeconds, Conversion conversion, Calibration error, Timing timing) {
    /** How a converter comes to a reading. */
    public enum Conversion {
        /** It holds what there was at one moment. */
        POINT,
        /** It takes the mean over the whole interval from one sample to the next, and is stamped in its middle. */
        MEAN
    }

    /**
     * When samples are taken and how they are stamped.
     *
     * @param rateHertz samples per second; above 0, at most {@link ChannelInfo#MAX_RATE_HERTZ}
     * @param jitterShare each sample is taken, and stamped, up to this share of the interval before or after its turn; below 0.5
     * @param delayShare each is stamped up to this share of the interval too late, as on a host that was busy; with the jitter
     *     below 1, so that no two change places
     * @param dropoutShare of the samples that never arrive; below 1
     */
    public record Timing(double rateHertz, double jitterShare, double delayShare, double dropoutShare) {
        public Timing {
            within("rateHertz", rateHertz, Double.MIN_VALUE, ChannelInfo.MAX_RATE_HERTZ);
            within("jitterShare", jitterShare, 0, 0.49);
            within("delayShare", delayShare, 0, 0.99 - 2 * jitterShare);
            within("dropoutShare", dropoutShare, 0, 0.99);
        }

        /** Every sample in its turn, none missing. */
        public static Timing regular(double rateHertz) {
            return new Timing(rateHertz, 0, 0, 0);
        }
    }

    public FrontEnd {
        Objects.requireNonNull(name);
        within("stepVolts", stepVolts, Double.MIN_VALUE, 1);
        within("highestVolts", highestVolts, lowestVolts, 1000);
        within("noiseVoltsRms", noiseVoltsRms, 0, 1);
        within("lowPassSeconds", lowPassSeconds, 0, 10);
    }

    /** The reading of a voltage that was seen with so much noise. */
    double reading(double volts, double noiseVolts) {
        double steps = Math.rint((error.apply(volts) + noiseVolts) / stepVolts);
        return Math.clamp(steps * stepVolts, lowestVolts, highestVolts);
    }

    public FrontEnd at(double rateHertz) {
        return with(new Timing(rateHertz, timing.jitterShare, timing.delayShare, timing.dropoutShare));
    }

    public FrontEnd with(Timing other) {
        return new FrontEnd(name, stepVolts, lowestVolts, highestVolts, noiseVoltsRms, lowPassSeconds, conversion,
                error,
                other);
    }

    public FrontEnd with(Conversion other) {
        return new FrontEnd(name, stepVolts, lowestVolts, highestVolts, noiseVoltsRms, lowPassSeconds, other, error,
                timing);
    }

    /** With another error: {@code reading = volts × gain + offset}. */
    public FrontEnd with(Calibration otherError) {
        return new FrontEnd(name, stepVolts, lowestVolts, highestVolts, noiseVoltsRms, lowPassSeconds, conversion,
                otherError, timing);
    }

    public FrontEnd withNoise(double voltsRms) {
        return new FrontEnd(name, stepVolts, lowestVolts, highestVolts, voltsRms, lowPassSeconds, conversion, error,
                timing);
    }

    public FrontEnd withLowPass(double seconds) {
        return new FrontEnd(name, stepVolts, lowestVolts, highestVolts, noiseVoltsRms, seconds, conversion, error,
                timing);
    }

    private static void within(String key, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException("%s is %s, must be from %s to %s".formatted(key, value, min, max));
        }
    }
}
