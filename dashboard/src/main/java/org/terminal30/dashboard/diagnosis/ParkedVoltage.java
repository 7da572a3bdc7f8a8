package org.terminal30.dashboard.diagnosis;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.agent.battery.ParkedCourse;

/** What a battery loses while the car stands, by the limits that the bay's re-lock watch goes by as well. */
final class ParkedVoltage implements Rule {
    /** Flooded, 50 % (trade). */
    private static final double HALF_VOLTS = 12.23;

    /** Whether it lost more than sleeping costs, all along or until it was empty. */
    static boolean isSteep(Stand stand) {
        return course(stand).isSteep();
    }

    /** Whether it lost no more than sleeping costs. */
    static boolean isFlat(Stand stand) {
        return course(stand).isFlat();
    }

    private static ParkedCourse course(Stand stand) {
        return new ParkedCourse(stand.length().toMinutes() / 60.0, stand.startVolts(), stand.endVolts(),
                stand.fallVoltsPerHour());
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
                Spoken.fall(course(last).overallVoltsPerHour()), Spoken.length(last.length()),
                Spoken.volts(last.startVolts()),
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
