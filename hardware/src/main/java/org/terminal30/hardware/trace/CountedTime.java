package org.terminal30.hardware.trace;

import java.util.Locale;

/**
 * A number of seconds, or of thousandths and less, since anything.
 *
 * @param unit of the number
 * @param decimal reads the number
 * @param isOfDay whether it counts from midnight
 */
record CountedTime(TimeUnit unit, Decimal decimal, boolean isOfDay) implements TimeFormat {
    /** What is counted; the power of ten makes nanoseconds of it. */
    enum TimeUnit {
        SECONDS(9),
        MILLISECONDS(6),
        MICROSECONDS(3),
        NANOSECONDS(0);

        private final int power;

        TimeUnit(int power) {
            this.power = power;
        }

        /**
         * The unit of a number without one. Of today's dates, each unit makes numbers of its own size; anything smaller
         * counts seconds since some start.
         */
        static TimeUnit ofMagnitude(double value) {
            double size = Math.abs(value);
            if (size >= 1e17) {
                return NANOSECONDS;
            }
            if (size >= 1e14) {
                return MICROSECONDS;
            }
            return size >= 1e11 ? MILLISECONDS : SECONDS;
        }
    }

    @Override
    public long nanos(char[] characters, int from, int to) {
        if (!decimal.read(characters, from, to)) {
            return NOT_A_TIME;
        }
        try {
            return decimal.scaled(unit.power);
        } catch (ArithmeticException tooLarge) {
            return NOT_A_TIME;
        }
    }

    @Override
    public long resolutionNanos(char[] characters, int from, int to) {
        decimal.read(characters, from, to);
        return Math.max(1, Math.round(Math.pow(10, (double) unit.power + decimal.lastDigitPower())));
    }

    @Override
    public String description() {
        return "a number of %s%s".formatted(unit.name().toLowerCase(Locale.ROOT), isOfDay ? " since midnight" : "");
    }
}
