package org.terminal30.dashboard.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether the radio asks at every ignition: the sign of a unit that keeps nothing, or of a feed that is never there (S3). */
final class EveryIgnition implements Rule {
    private static final int OFTEN = 3;
    private static final String SOURCE = "S1, S3";

    @Override
    public List<Argument> arguments(CaseHistory history) {
        List<Argument> arguments = new ArrayList<>();
        for (Looked entry : history.looked()) {
            if (entry.what() == Looked.What.ASKS_AT_EVERY_IGNITION) {
                String words = "The radio asks for its code at every ignition";
                long clean = history.withSteadySupply().stream().filter(lock -> history.saw(Point.RADIO, lock)
                        && history.faultsAt(Point.RADIO, lock).isEmpty()).count();
                arguments.add(clean >= 2
                        ? argument(Cause.MEMORY, Strength.DECISIVE,
                                words + ", and did so " + clean + " times with a clean feed", entry.at())
                        : argument(Cause.MEMORY, Strength.STRONG, words, entry.at()));
                arguments.add(argument(Cause.CONTACT, Strength.WEAK, words, entry.at()));
            } else if (entry.what() == Looked.What.ASKS_NOW_AND_THEN) {
                arguments.add(argument(Cause.MEMORY, Strength.AGAINST, "The radio asks for its code only now and then",
                        entry.at()));
            }
        }
        List<LockSeen> locks = history.unexplained();
        if (locks.size() >= OFTEN
                && locks.stream().allMatch(lock -> lock.before() == LockSeen.Before.IGNITION_ON)) {
            arguments.add(argument(Cause.MEMORY, Strength.WEAK,
                    "All " + locks.size() + " locks came when the ignition was switched on", locks.getLast().to()));
        }
        return arguments;
    }

    private static Argument argument(Cause cause, Strength strength, String words, Instant at) {
        return new Argument(cause, strength, words, at, "asks after a loss of supply only", SOURCE);
    }
}
