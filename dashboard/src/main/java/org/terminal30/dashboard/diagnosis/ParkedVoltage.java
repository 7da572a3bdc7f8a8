package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a battery loses while the car stands. 50 mA take 15 mV a day from a flooded battery of 60 Ah (0.76 V from full to empty);
 * 0.3 A take 4 mV an hour. A night that cools the battery by 10 degrees takes 30 mV.
 */
final class ParkedVoltage implements Rule {
    /** From here on something draws about 0.3 A or more. */
    static final double STEEP_VOLTS_PER_HOUR = 0.004;
    /** Up to here a cooling battery explains it. */
    static final double FLAT_VOLTS_PER_HOUR = 0.0015;
    /** A smaller fall may be a cold night. */
    static final double LEAST_FALL_VOLTS = 0.05;
    private static final Duration LONG_ENOUGH = Duration.ofHours(6);
    /** Flooded, 50 % (trade). */
    private static final double HALF_VOLTS = 12.23;
    /** Flooded, 0 % (trade). */
    private static final double EMPTY_VOLTS = 11.88;
    /** Flooded, 25 % (trade): what is emptier falls by itself, or has nothing to lose, and tells nothing of a drain. */
    private static final double LEAST_START_VOLTS = 12.05;

    /** Whether it lost more than sleeping costs, all along or until it was empty. */
    static boolean isSteep(Stand stand) {
        boolean toTheEnd = stand.fallVoltsPerHour() >= STEEP_VOLTS_PER_HOUR || stand.endVolts() < EMPTY_VOLTS;
        return tells(stand) && toTheEnd && overall(stand) >= STEEP_VOLTS_PER_HOUR
                && stand.startVolts() - stand.endVolts() >= LEAST_FALL_VOLTS;
    }

    /** Whether it lost no more than sleeping costs. */
    static boolean isFlat(Stand stand) {
        return tells(stand) && Math.max(stand.fallVoltsPerHour(), overall(stand)) <= FLAT_VOLTS_PER_HOUR;
    }

    private static double overall(Stand stand) {
        double hours = stand.length().toMinutes() / 60.0;
        return (stand.startVolts() - stand.endVolts()) / hours;
    }

    private static boolean tells(Stand stand) {
        return stand.length().compareTo(LONG_ENOUGH) >= 0 && stand.startVolts() >= LEAST_START_VOLTS;
    }

    @Override
    public List<Argument> arguments(CaseHistory history) {
        List<Argument> arguments = new ArrayList<>();
        List<Stand> steep = history.stands().stream().filter(ParkedVoltage::isSteep).toList();
        List<Stand> flat = history.stands().stream().filter(ParkedVoltage::isFlat).toList();
        if (!steep.isEmpty()) {
            arguments.add(drain(Strength.STRONG, steep, "while the car stood and slept"));
        } else if (!flat.isEmpty()) {
            arguments.add(drain(Strength.AGAINST, flat, "no more than a sleeping car costs"));
        }
        if (steep.isEmpty()) {
            flat.stream().filter(stand -> stand.endVolts() < HALF_VOLTS).reduce((first, last) -> last)
                    .ifPresent(low -> arguments.add(discharged(low)));
        }
        return arguments;
    }

    private static Argument drain(Strength strength, List<Stand> stands, String words) {
        Stand last = stands.getLast();
        return new Argument(Cause.DRAIN, strength, "The voltage fell by %s over %s, from %s to %s, %s".formatted(
                Spoken.fall(overall(last)), Spoken.length(last.length()), Spoken.volts(last.startVolts()),
                Spoken.volts(last.endVolts()), words), last.to(), "up to 1.5 mV/h, suspicious from 4 mV/h on",
                "trade: 25..50 mA asleep; the slopes are ours");
    }

    private static Argument discharged(Stand low) {
        return new Argument(Cause.SUPPLY, Strength.WEAK,
                "The battery rested at %s and lost nothing there: it is not charged, or takes no charge"
                        .formatted(Spoken.volts(low.endVolts())),
                low.to(), "12.23 V is half full", "trade, flooded battery");
    }
}
