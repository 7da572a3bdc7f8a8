package org.terminal30.dashboard.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The radio locked although its feed was watched and clean: the fault is in the unit, unless it is between probe and unit. */
final class CleanFeedAtLock implements Rule {
    private static final String SOURCE = "S1: \u201calthough the supply is clean\u201d";

    @Override
    public List<Argument> arguments(CaseHistory history) {
        List<LockSeen> clean = history.withSteadySupply().stream()
                .filter(lock -> history.faultsAt(Point.RADIO, lock).isEmpty()).toList();
        List<LockSeen> atRadio = clean.stream().filter(lock -> history.saw(Point.RADIO, lock)).toList();
        List<LockSeen> onlyOnboard = clean.stream().filter(lock -> !history.saw(Point.RADIO, lock)).toList();
        List<Argument> arguments = new ArrayList<>();
        if (!atRadio.isEmpty()) {
            String words = "%s with a clean feed at the radio".formatted(Spoken.count(atRadio.size(), "lock"));
            if (isMost(atRadio, history.faultyAt(Point.RADIO))) {
                arguments.add(argument(Cause.CONTACT, Strength.AGAINST, words, atRadio));
            }
            unit(history, atRadio.size() >= 2 ? Strength.STRONG : Strength.WEAK, words, atRadio, arguments);
        }
        if (!onlyOnboard.isEmpty()) {
            String words = "%s with a steady supply of the car; the radio's own feed was not watched"
                    .formatted(Spoken.count(onlyOnboard.size(), "lock"));
            arguments.add(argument(Cause.CONTACT, Strength.WEAK, words, onlyOnboard));
            unit(history, Strength.WEAK, words, onlyOnboard, arguments);
        }
        arguments.addAll(notTheCar(clean, history));
        return arguments;
    }

    /** A lock may have been entered wrong: the greater number counts. */
    private static boolean isMost(List<LockSeen> clean, long faulty) {
        return clean.size() > faulty;
    }

    private static List<Argument> notTheCar(List<LockSeen> clean, CaseHistory history) {
        long troubled = history.unexplained().stream().filter(lock -> SupplyTrouble.at(lock, history).isPresent())
                .count();
        if (clean.isEmpty() || !isMost(clean, troubled)) {
            return List.of();
        }
        String words = "%s while the car's own supply was watched and steady"
                .formatted(Spoken.count(clean.size(), "lock"));
        return Stream.of(Cause.SUPPLY, Cause.DRAIN).map(cause -> argument(cause, Strength.AGAINST, words, clean))
                .toList();
    }

    private static void unit(CaseHistory history, Strength strength, String words, List<LockSeen> locks,
            List<Argument> arguments) {
        arguments.add(argument(Cause.MEMORY, strength, words, locks));
        if (!history.has(Looked.What.FIRMWARE_OFFICIAL)) {
            arguments.add(argument(Cause.FIRMWARE, strength, words, locks));
        }
    }

    private static Argument argument(Cause cause, Strength strength, String words, List<LockSeen> locks) {
        return new Argument(cause, strength, words, locks.getLast().to(), "no fault at the time of the lock", SOURCE);
    }
}
