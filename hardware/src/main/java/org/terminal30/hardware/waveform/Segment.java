package org.terminal30.hardware.waveform;

import org.terminal30.hardware.calibration.Calibration;

/**
 * A stretch of a voltage over time in closed form, so that its value, its integral and its way through a low-pass are exact at
 * any time. Seconds count from the beginning of the segment.
 */
public sealed interface Segment {
    /** How long it lasts; above 0. */
    long lengthNanos();

    double voltsAt(double seconds);

    /** The integral of the voltage from the beginning. */
    double voltSecondsUntil(double seconds);

    /**
     * One way in which a low-pass of first order follows the segment. Whatever it begins with, it differs from this way by what it
     * differed at the beginning, times {@code exp(-seconds / timeConstantSeconds)}.
     */
    double behindLowPass(double seconds, double timeConstantSeconds);

    /** The same shape with every voltage put on a line; its gain is above 0. */
    Segment on(Calibration line);

    /** The same shape with what stands exactly at one level, or comes from there or goes there, put at another. */
    Segment moving(double fromVolts, double toVolts);

    static Segment hold(double volts, double seconds) {
        return new Hold(volts, nanos(seconds));
    }

    static Segment ramp(double fromVolts, double toVolts, double seconds) {
        return new Ramp(fromVolts, toVolts, nanos(seconds));
    }

    static Segment sine(double centreVolts, double voltsPeakToPeak, double hertz, double seconds) {
        return new Sine(centreVolts, voltsPeakToPeak, hertz, nanos(seconds));
    }

    static Segment decay(double fromVolts, double toVolts, double timeConstantSeconds, double seconds) {
        return new Decay(fromVolts, toVolts, timeConstantSeconds, nanos(seconds));
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private static void lasting(long lengthNanos) {
        if (lengthNanos < 1) {
            throw new IllegalArgumentException("segment lasts %d ns, must be at least 1".formatted(lengthNanos));
        }
    }

    /** The same voltage all the time. */
    record Hold(double volts, long lengthNanos) implements Segment {
        public Hold {
            lasting(lengthNanos);
        }

        @Override
        public double voltsAt(double seconds) {
            return volts;
        }

        @Override
        public double voltSecondsUntil(double seconds) {
            return volts * seconds;
        }

        @Override
        public double behindLowPass(double seconds, double timeConstantSeconds) {
            return volts;
        }

        @Override
        public Segment on(Calibration line) {
            return new Hold(line.apply(volts), lengthNanos);
        }

        @Override
        public Segment moving(double fromVolts, double toVolts) {
            return volts == fromVolts ? new Hold(toVolts, lengthNanos) : this;
        }
    }

    /** A straight line; the end itself is the beginning of what follows. */
    record Ramp(double fromVolts, double toVolts, long lengthNanos) implements Segment {
        public Ramp {
            lasting(lengthNanos);
        }

        private double voltsPerSecond() {
            return (toVolts - fromVolts) / (lengthNanos / 1e9);
        }

        @Override
        public double voltsAt(double seconds) {
            return fromVolts + voltsPerSecond() * seconds;
        }

        @Override
        public double voltSecondsUntil(double seconds) {
            return (fromVolts + voltsPerSecond() * seconds / 2) * seconds;
        }

        @Override
        public double behindLowPass(double seconds, double timeConstantSeconds) {
            return voltsAt(seconds - timeConstantSeconds);
        }

        @Override
        public Segment on(Calibration line) {
            return new Ramp(line.apply(fromVolts), line.apply(toVolts), lengthNanos);
        }

        @Override
        public Segment moving(double from, double to) {
            return new Ramp(fromVolts == from ? to : fromVolts, toVolts == from ? to : toVolts, lengthNanos);
        }
    }

    /** An alternating voltage around a centre; it begins at the centre and rises. */
    record Sine(double centreVolts, double voltsPeakToPeak, double hertz, long lengthNanos) implements Segment {
        public Sine {
            lasting(lengthNanos);
            if (!(hertz > 0) || !(voltsPeakToPeak >= 0)) {
                throw new IllegalArgumentException(
                        "sine of %s V peak to peak and %s Hz, must be 0 V or more and above 0 Hz"
                                .formatted(voltsPeakToPeak, hertz));
            }
        }

        private double perSecond() {
            return 2 * Math.PI * hertz;
        }

        @Override
        public double voltsAt(double seconds) {
            return centreVolts + voltsPeakToPeak / 2 * Math.sin(perSecond() * seconds);
        }

        @Override
        public double voltSecondsUntil(double seconds) {
            return centreVolts * seconds + voltsPeakToPeak / 2 * (1 - Math.cos(perSecond() * seconds)) / perSecond();
        }

        @Override
        public double behindLowPass(double seconds, double timeConstantSeconds) {
            double lag = perSecond() * timeConstantSeconds;
            return centreVolts + voltsPeakToPeak / 2 / Math.hypot(1, lag)
                    * Math.sin(perSecond() * seconds - Math.atan(lag));
        }

        @Override
        public Segment on(Calibration line) {
            return new Sine(line.apply(centreVolts), line.gain() * voltsPeakToPeak, hertz, lengthNanos);
        }

        @Override
        public Segment moving(double fromVolts, double toVolts) {
            return this;
        }
    }

    /** An exponential approach to a level: a capacitor through a resistor. */
    record Decay(double fromVolts, double toVolts, double timeConstantSeconds, long lengthNanos) implements Segment {
        /** Nearer to each other than this share, two time constants are the same one, for which there is another form. */
        private static final double ALIKE = 1e-6;

        public Decay {
            lasting(lengthNanos);
            if (!(timeConstantSeconds > 0)) {
                throw new IllegalArgumentException(
                        "time constant is %s s, must be above 0".formatted(timeConstantSeconds));
            }
        }

        private double left(double seconds) {
            return (fromVolts - toVolts) * Math.exp(-seconds / timeConstantSeconds);
        }

        @Override
        public double voltsAt(double seconds) {
            return toVolts + left(seconds);
        }

        @Override
        public double voltSecondsUntil(double seconds) {
            return toVolts * seconds + (fromVolts - toVolts - left(seconds)) * timeConstantSeconds;
        }

        @Override
        public double behindLowPass(double seconds, double lowPassSeconds) {
            double difference = 1 - lowPassSeconds / timeConstantSeconds;
            boolean alike = Math.abs(difference) < ALIKE;
            return toVolts + left(seconds) * (alike ? seconds / lowPassSeconds : 1 / difference);
        }

        @Override
        public Segment on(Calibration line) {
            return new Decay(line.apply(fromVolts), line.apply(toVolts), timeConstantSeconds, lengthNanos);
        }

        @Override
        public Segment moving(double from, double to) {
            return new Decay(fromVolts == from ? to : fromVolts, toVolts == from ? to : toVolts, timeConstantSeconds,
                    lengthNanos);
        }
    }
}
