package org.terminal30.agent.battery;

/**
 * How the voltage of a parked car went. 50 mA take 15 mV a day from a flooded battery of 60 Ah (0.76 V from full to empty); 0.3 A
 * take 4 mV an hour. A night that cools the battery by 10 degrees takes 30 mV. The slopes are ours, from the trade's figures.
 *
 * @param hours from the first reading to the last, at least {@value #MIN_SETTLED_HOURS} after anything that charged
 * @param startVolts at the beginning
 * @param endVolts at the end
 * @param fallVoltsPerHour median slope of the later part, positive for a fall
 */
public record ParkedCourse(double hours, double startVolts, double endVolts, double fallVoltsPerHour) {
    /** After so much rest nothing is left of charging (trade: 4 to 12 h). */
    public static final int MIN_SETTLED_HOURS = 4;
    /** A shorter course tells nothing. */
    public static final int MIN_HOURS = 6;
    /** From here on something draws about 0.3 A or more. */
    public static final double STEEP_VOLTS_PER_HOUR = 0.004;
    /** Up to here a cooling battery explains it. */
    public static final double FLAT_VOLTS_PER_HOUR = 0.0015;
    /** A smaller fall may be a cold night. */
    private static final double LEAST_FALL_VOLTS = 0.05;
    /** Flooded, 0 % (trade). */
    private static final double EMPTY_VOLTS = 11.88;
    /** Flooded, 25 % (trade): what is emptier falls by itself, or has nothing to lose, and tells nothing of a drain. */
    private static final double LEAST_START_VOLTS = 12.05;

    /** From the first to the last reading. */
    public double overallVoltsPerHour() {
        return (startVolts - endVolts) / hours;
    }

    /** Whether it lost more than sleeping costs, all along or until it was empty. */
    public boolean isSteep() {
        boolean toTheEnd = fallVoltsPerHour >= STEEP_VOLTS_PER_HOUR || endVolts < EMPTY_VOLTS;
        return tells() && toTheEnd && overallVoltsPerHour() >= STEEP_VOLTS_PER_HOUR
                && startVolts - endVolts >= LEAST_FALL_VOLTS;
    }

    /** Whether it lost no more than sleeping costs. */
    public boolean isFlat() {
        return tells() && Math.max(fallVoltsPerHour, overallVoltsPerHour()) <= FLAT_VOLTS_PER_HOUR;
    }

    private boolean tells() {
        return hours >= MIN_HOURS && startVolts >= LEAST_START_VOLTS;
    }
}
