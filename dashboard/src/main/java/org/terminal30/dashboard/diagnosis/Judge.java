package org.terminal30.dashboard.diagnosis;

import java.util.Arrays;
import java.util.List;

/**
 * Weighs what was recorded. Without state and without chance: the same history gives the same diagnosis, and every argument
 * of it can be read.
 */
public final class Judge {
    /** One lock alone happens to a car in good order. */
    private static final int FEWEST_LOCKS = 2;
    private static final List<Rule> RULES = List.of(new TroubleAtLock(), new RadioBreakAtLock(), new RadioBreaks(),
            new CleanFeedAtLock(), new ElectricalFaults(), new Charging(), new Cranking(), new Checked(),
            new SoundSupply(), new LongWatch(), new ParkedVoltage(), new QuiescentCurrent(), new Firmware(),
            new EveryIgnition(), new ConnectorAndFuse(), new LocksByOccasion());

    private final NextCheck next = new NextCheck();

    public Diagnosis judge(CaseHistory history) {
        List<Argument> all = RULES.stream().flatMap(rule -> rule.arguments(history).stream()).toList();
        List<Standing> standings = Arrays.stream(Cause.values())
                .map(cause -> new Standing(cause, all.stream().filter(argument -> argument.cause() == cause).toList()))
                .sorted(Standing.BY_WEIGHT).toList();
        Standing first = standings.getFirst();
        Standing second = standings.get(1);
        int locks = history.unexplained().size();
        if (locks < FEWEST_LOCKS) {
            return open(locks == 0
                    ? "No lock is entered, or each of them explains itself."
                    : "Only one lock is entered that does not explain itself; one alone happens to a car in good order.",
                    standings, history);
        }
        if (first.remains() && standings.stream().skip(1).allMatch(other -> other.word() == Standing.Word.AGAINST)) {
            return new Diagnosis(first.cause(), "It remains: something speaks against each of the others.", standings,
                    next.confirming(first.cause(), history));
        }
        if (first.word() == Standing.Word.STRONG && !first.isAheadOf(second)) {
            return open("As much speaks for %s as for %s.".formatted(first.cause().words(), second.cause().words()),
                    standings, history);
        }
        if (!first.isBorneOut()) {
            return open("Nothing strong enough speaks for one cause, or only one thing does.", standings, history);
        }
        return new Diagnosis(first.cause(), first.arguments().getFirst().words() + ".", standings,
                next.confirming(first.cause(), history));
    }

    private Diagnosis open(String because, List<Standing> standings, CaseHistory history) {
        return new Diagnosis(null, because, standings, next.missing(history, standings));
    }
}
