package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Days of watching without any trouble of the car's own supply, with engine starts among them: not the battery, not the alternator,
 * even when no engine ran for long enough to judge the charging.
 */
final class LongWatch implements Rule {
    private static final Duration LONG_ENOUGH = Duration.ofDays(3);
    private static final int FEWEST_STARTS = 2;
    private final Rule sound = new SoundSupply();

    @Override
    public List<Argument> arguments(CaseHistory history) {
        Duration watched = history.watched(Point.ONBOARD);
        boolean trouble = history.hasSupplyTroubleSince(Instant.MIN) || history.faults().stream()
                .anyMatch(fault -> fault.point() == Point.ONBOARD && fault.kind() == Fault.Kind.CRITICAL);
        boolean saidBetter = !sound.arguments(history).isEmpty();
        if (trouble || saidBetter || watched.compareTo(LONG_ENOUGH) < 0 || history.starts().size() < FEWEST_STARTS) {
            return List.of();
        }
        return List.of(new Argument(Cause.SUPPLY, Strength.AGAINST,
                "No trouble of the car's own supply in %s of watching, with %s".formatted(Spoken.length(watched),
                        Spoken.count(history.starts().size(), "engine start")),
                history.starts().getLast().at(), "no break, no surge, no weak start", "B3, B5"));
    }
}
