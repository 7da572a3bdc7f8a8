package org.terminal30.dashboard.diagnosis;

import java.util.Comparator;
import java.util.List;

/**
 * What all that was recorded comes to for one cause.
 *
 * @param arguments the strongest first, those against last
 */
public record Standing(Cause cause, List<Argument> arguments) {
    public Standing {
        arguments = arguments.stream().sorted(Comparator.comparing(Argument::strength)).toList();
    }

    /** How it looks, in a word. */
    public enum Word {
        STRONG("strong"),
        SOME("some"),
        AGAINST("against"),
        NOTHING("nothing");

        private final String wireName;

        Word(String wireName) {
            this.wireName = wireName;
        }

        /** The name in the REST interface. */
        public String wireName() {
            return wireName;
        }
    }

    public Word word() {
        if (arguments.isEmpty()) {
            return Word.NOTHING;
        }
        if (count(Strength.DECISIVE) > 0 || (count(Strength.STRONG) > 0 && balance() > 0)) {
            return Word.STRONG;
        }
        return balance() < 0 || arguments.stream().noneMatch(Argument::isFor) ? Word.AGAINST : Word.SOME;
    }

    /** Strong arguments that nothing speaks against. */
    int balance() {
        return count(Strength.STRONG) - count(Strength.AGAINST);
    }

    int count(Strength strength) {
        return (int) arguments.stream().filter(argument -> argument.strength() == strength).count();
    }

    /** Whether it fits twice or strongly, and nothing speaks against it: enough when all else is ruled out. */
    boolean remains() {
        return count(Strength.AGAINST) == 0 && (count(Strength.STRONG) > 0 || count(Strength.WEAK) >= 2);
    }

    /** Whether it can be named: one that was seen in the act, or a strong argument that another one bears out. */
    boolean isBorneOut() {
        long inFavour = arguments.stream().filter(Argument::isFor).count();
        return count(Strength.DECISIVE) > 0 || (word() == Word.STRONG && inFavour >= 2);
    }

    /** First by what is decisive, then by the balance, then by what is weak. */
    static final Comparator<Standing> BY_WEIGHT = Comparator
            .comparingInt((Standing standing) -> -standing.count(Strength.DECISIVE))
            .thenComparingInt(standing -> -standing.balance())
            .thenComparingInt(standing -> -standing.count(Strength.WEAK));

    /** Whether what is decisive and what is strong says more than for the other. */
    boolean isAheadOf(Standing other) {
        return count(Strength.DECISIVE) != other.count(Strength.DECISIVE)
                ? count(Strength.DECISIVE) > other.count(Strength.DECISIVE)
                : balance() > other.balance();
    }
}
