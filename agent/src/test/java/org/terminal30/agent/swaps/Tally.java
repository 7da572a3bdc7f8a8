package org.terminal30.agent.swaps;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what came of many swaps with one wiring. */
final class Tally {
    private static final String NEEDLESS = " needless";
    private static final String OVERTAKEN = " overtaken";

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> causes = new TreeMap<>();
    private int swaps;
    private int wrong;
    private int misled;

    void add(SwapResult result) {
        swaps++;
        wrong += result.wrong().size();
        misled += result.misled().size();
        answer("disconnect", result.disconnect(), "safe-to-disconnect");
        answer("remove", result.remove(), "safe-to-remove");
        answer("memory", result.memory(), "memory-kept");
    }

    private void answer(String about, SwapResult.Answer answer, String best) {
        if (answer.word().isEmpty() || answer.word().equals("battery-never-out")) {
            return;
        }
        count(about);
        count(word(about, answer.word()));
        if (!answer.word().equals(best) && answer.good()) {
            count(word(about, answer.word()) + NEEDLESS);
            causes.merge(word(about, answer.word()) + " because " + answer.why(), 1, Integer::sum);
        } else if (answer.word().equals(best) && !answer.good()) {
            count(word(about, answer.word()) + OVERTAKEN);
        }
    }

    /** Why answers were given without need, the commonest first. */
    List<String> causes() {
        return causes.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(cause -> "%d × %s".formatted(cause.getValue(), cause.getKey())).toList();
    }

    private static String word(String about, String word) {
        return about + " " + word;
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    int swaps() {
        return swaps;
    }

    int wrong() {
        return wrong;
    }

    int misled() {
        return misled;
    }

    int of(String what) {
        return counts.getOrDefault(what, 0);
    }

    /** "62.0 % (8.0 %)": an answer's share of its question, and what of that was said without need or overtaken. */
    String share(String about, String word) {
        int all = of(about);
        int said = of(word(about, word));
        int needless = of(word(about, word) + NEEDLESS) + of(word(about, word) + OVERTAKEN);
        String share = all == 0 ? "–" : "%.1f %%".formatted(100.0 * said / all);
        return needless == 0 ? share : "%s (%.1f %%)".formatted(share, 100.0 * needless / all);
    }
}
