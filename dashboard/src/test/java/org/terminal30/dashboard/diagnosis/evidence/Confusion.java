package org.terminal30.dashboard.diagnosis.evidence;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

import org.terminal30.dashboard.diagnosis.CaseHistory;
import org.terminal30.dashboard.diagnosis.Cause;
import org.terminal30.dashboard.diagnosis.Diagnosis;
import org.terminal30.dashboard.diagnosis.Judge;

/** Counts what the judge makes of invented histories; the matrix in docs/diagnosis.md is what {@link #main} prints. */
final class Confusion {

    private Confusion() {
    }

    /** How a workshop goes about a radio that locks again and again. */
    enum Workshop {
        /** Watches until it has locked twice, answers what the page asks for, nearly always with a probe at the radio. */
        THOROUGH,
        /** Watches as long, with half of the questions open and a probe at every other radio. */
        CARELESS,
        /** Had the car for half an hour, if at all. */
        HASTY;

        private InventedCase of(Cause cause, Random fate) {
            return switch (this) {
                case THOROUGH -> InventedCase.thorough(cause, fate);
                case CARELESS -> InventedCase.careless(cause, fate);
                case HASTY -> InventedCase.hasty(cause, fate);
            };
        }
    }

    /**
     * One cause.
     *
     * @param first how often it was ranked first, named or not
     * @param open how often the evidence was not enough to name one
     */
    record Row(Cause truth, long seed, Map<Cause, Integer> named, int first, int open) {
        int named(Cause cause) {
            return named.getOrDefault(cause, 0);
        }

        int wrong() {
            return named.values().stream().mapToInt(Integer::intValue).sum() - named(truth);
        }
    }

    static Row row(Workshop workshop, Cause truth, int histories, long seed) {
        Map<Cause, Integer> named = new EnumMap<>(Cause.class);
        int first = 0;
        int open = 0;
        for (int i = 0; i < histories; i++) {
            Diagnosis diagnosis = judged(workshop.of(truth,
                    new Random(seed + i + truth.wireName().hashCode())));
            Cause cause = diagnosis.cause();
            if (cause == null) {
                open++;
            } else {
                named.merge(cause, 1, Integer::sum);
            }
            first += diagnosis.standings().getFirst().cause() == truth ? 1 : 0;
        }
        return new Row(truth, seed, named, first, open);
    }

    static Diagnosis judged(InventedCase made) {
        CaseHistory history = Gathering.of(made.visits, made.locks, made.inspections, made.history, made.now);
        return new Judge().judge(history);
    }

    /** Arguments: histories of each cause, seed. Prints tables in Markdown. */
    public static void main(String[] arguments) {
        int histories = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        for (Workshop workshop : Workshop.values()) {
            System.out.println("\n" + workshop + ", seed " + seed + "\n");
            for (Cause truth : Cause.values()) {
                Row row = row(workshop, truth, histories, seed);
                StringBuilder line = new StringBuilder("| " + truth.words() + " |");
                for (Cause cause : Cause.values()) {
                    line.append(' ').append(row.named(cause)).append(" |");
                }
                System.out.println(line.append(" %d | %d |".formatted(row.open(), row.first())));
            }
        }
    }
}
