package org.terminal30.dashboard.diagnosis;

import java.util.List;

/** The radio's own feed broke when the radio locked, while the car's supply was steady. */
final class RadioBreakAtLock implements Rule {
    @Override
    public List<Argument> arguments(CaseHistory history) {
        List<Fault> breaks = history.radioAlone();
        List<LockSeen> broken = history.unexplained().stream()
                .filter(lock -> breaks.stream().anyMatch(fault -> lock.touches(fault.at(), fault.end()))).toList();
        if (broken.isEmpty()) {
            return List.of();
        }
        int known = (int) history.unexplained().stream()
                .filter(lock -> broken.contains(lock) || history.saw(Point.RADIO, lock)).count();
        return List.of(new Argument(Cause.CONTACT, TroubleAtLock.strength(broken, known),
                "The feed of the radio broke at the time of %s, while the car's own supply was steady"
                        .formatted(Spoken.share(broken.size(), known, "watched lock")),
                broken.getLast().to(), "no break at the radio", "S1, S3, B1"));
    }
}
