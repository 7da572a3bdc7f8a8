package org.terminal30.dashboard.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is known of the radio's firmware. */
final class Firmware implements Rule {
    private static final String SOURCE = "S1, S4";

    @Override
    public List<Argument> arguments(CaseHistory history) {
        List<Argument> arguments = new ArrayList<>();
        for (Looked entry : history.looked()) {
            if (entry.what() == Looked.What.FIRMWARE_UNOFFICIAL) {
                boolean linked = !history.withSteadySupply().isEmpty();
                arguments.add(argument(linked ? Strength.STRONG : Strength.WEAK, linked
                        ? "The radio runs unofficial firmware, and locked with a steady supply"
                        : "The radio runs unofficial firmware; no lock was watched with a steady supply", entry.at()));
            } else if (entry.what() == Looked.What.FIRMWARE_OFFICIAL) {
                arguments.add(argument(Strength.AGAINST, "The radio runs the maker's firmware", entry.at()));
            }
        }
        history.locks().stream().filter(lock -> lock.before() == LockSeen.Before.UPDATE).findFirst().ifPresent(
                lock -> arguments.add(argument(Strength.WEAK, "The radio locked when it was updated", lock.to())));
        return arguments;
    }

    private static Argument argument(Strength strength, String words, Instant at) {
        return new Argument(Cause.FIRMWARE, strength, words, at, "the maker's firmware", SOURCE);
    }
}
