package org.terminal30.dashboard.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** The car's supply failed when the radio locked: the battery's doing, the drain's, or one of both. */
final class TroubleAtLock implements Rule {
    private static final String LIMIT = "no break, nothing below 11.5 V outside a start, no weak start";
    private static final String SOURCE = "S1, S3, B3";

    @Override
    public List<Argument> arguments(CaseHistory history) {
        List<LockSeen> battery = with(Blame.BATTERY, history);
        List<LockSeen> drain = with(Blame.DRAIN, history);
        List<LockSeen> open = with(Blame.OPEN, history);
        int known = battery.size() + drain.size() + open.size() + clean(history);
        List<Argument> arguments = new ArrayList<>();
        if (!battery.isEmpty()) {
            arguments.add(argument(Cause.SUPPLY, strength(battery, known), battery, known,
                    "had a fault of the car's own supply at its time"));
        }
        if (!drain.isEmpty()) {
            arguments.add(argument(Cause.DRAIN, strength(drain, known), drain, known,
                    "came when the parked car had emptied its battery"));
        }
        if (!open.isEmpty()) {
            String words = "came with a battery that was already empty; nobody watched what emptied it";
            arguments.add(argument(Cause.SUPPLY, Strength.WEAK, open, known, words));
            arguments.add(argument(Cause.DRAIN, Strength.WEAK, open, known, words));
        }
        return arguments;
    }

    private static List<LockSeen> with(Blame blame, CaseHistory history) {
        return history.unexplained().stream()
                .filter(lock -> SupplyTrouble.at(lock, history).filter(found -> found == blame).isPresent()).toList();
    }

    private static int clean(CaseHistory history) {
        return (int) history.unexplained().stream().filter(lock -> history.saw(Point.ONBOARD, lock))
                .filter(lock -> SupplyTrouble.at(lock, history).isEmpty()).count();
    }

    /** Twice in the act is no coincidence; a lock known to the half-day proves little. */
    static Strength strength(List<LockSeen> guilty, int known) {
        if (guilty.size() >= 2 && guilty.size() * 2 >= known) {
            return Strength.DECISIVE;
        }
        return guilty.stream().anyMatch(LockSeen::isNarrow) ? Strength.STRONG : Strength.WEAK;
    }

    private static Argument argument(Cause cause, Strength strength, List<LockSeen> locks, int known, String words) {
        return new Argument(cause, strength, Spoken.share(locks.size(), known, "watched lock") + " " + words,
                locks.getLast().to(), LIMIT, SOURCE);
    }
}
