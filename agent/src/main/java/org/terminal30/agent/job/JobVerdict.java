package org.terminal30.agent.job;

import java.util.List;
import java.util.Objects;

/**
 * What a procedure says of one of its questions.
 *
 * @param about the question, on the wire
 * @param word the answer, on the wire
 * @param tint how it is shown
 * @param sinceNanos since when, in the owner's time
 * @param evidence why
 */
public record JobVerdict(String about, String word, Tint tint, long sinceNanos, List<Evidence> evidence) {
    /** How a verdict is shown: white wherever data is missing, never green. */
    public enum Tint {
        WHITE,
        GREEN,
        AMBER,
        RED
    }

    public JobVerdict {
        Objects.requireNonNull(about);
        Objects.requireNonNull(word);
        Objects.requireNonNull(tint);
        evidence = List.copyOf(evidence);
    }

    /** Whether it says the same, since whenever and with whatever figures. */
    public boolean saysTheSameAs(JobVerdict other) {
        return about.equals(other.about) && word.equals(other.word) && evidence.size() == other.evidence.size()
                && java.util.stream.IntStream.range(0, evidence.size())
                        .allMatch(i -> evidence.get(i).saysTheSameAs(other.evidence.get(i)));
    }

    JobVerdict since(long nanos) {
        return new JobVerdict(about, word, tint, nanos, evidence);
    }
}
