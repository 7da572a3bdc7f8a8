package org.terminal30.dashboard.diagnosis;

import java.util.List;

/** What was done when the radio locked: bumps shake contacts, long stands empty batteries. */
final class LocksByOccasion implements Rule {
    private static final int OFTEN = 2;

    @Override
    public List<Argument> arguments(CaseHistory history) {
        List<LockSeen> locks = history.unexplained();
        long driving = locks.stream().filter(lock -> lock.before() == LockSeen.Before.DRIVING).count();
        long parked = locks.stream().filter(lock -> lock.before() == LockSeen.Before.PARKED).count();
        if (driving >= OFTEN) {
            return List.of(argument(Cause.CONTACT, driving, "came while driving", locks));
        }
        return parked >= OFTEN && parked == locks.size()
                ? List.of(argument(Cause.DRAIN, parked, "came while the car was parked", locks))
                : List.of();
    }

    private static Argument argument(Cause cause, long count, String words, List<LockSeen> locks) {
        return new Argument(cause, Strength.WEAK, Spoken.share((int) count, locks.size(), "lock") + " " + words,
                locks.getLast().to(), "no pattern", "ours");
    }
}
