package org.terminal30.agent.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * How far a procedure has come: all of it that survives a restart and goes to the dashboard. Changes only at transitions, never
 * with every measurement.
 *
 * @param steps in their order
 * @param verdicts the latest for each question, in the order in which the questions were first answered
 * @param figures what the procedure has measured so far, by name with the unit last
 * @param question the one whose answer matters where the work stands; null for none
 */
public record Progress(List<Step> steps, List<JobVerdict> verdicts, Map<String, Double> figures,
        @Nullable String question) {
    /** Of a procedure without steps. */
    public static final Progress NONE = new Progress(List.of(), List.of(), Map.of(), null);

    public Progress {
        steps = List.copyOf(steps);
        verdicts = List.copyOf(verdicts);
        figures = Map.copyOf(figures);
    }

    public Optional<Step> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    public Optional<JobVerdict> verdict(String about) {
        return verdicts.stream().filter(verdict -> verdict.about().equals(about)).findFirst();
    }

    /** Whether the answer to a question is this one now. */
    public boolean says(String about, String word) {
        return verdict(about).filter(verdict -> verdict.word().equals(word)).isPresent();
    }

    Progress with(String stepId, UnaryOperator<Step> change) {
        return new Progress(steps.stream().map(step -> step.id().equals(stepId) ? change.apply(step) : step).toList(),
                verdicts, figures, question);
    }

    /** With this answer in place of the one before; unchanged when it says the same. */
    Progress with(JobVerdict verdict) {
        Optional<JobVerdict> before = verdict(verdict.about());
        if (before.isPresent() && before.get().saysTheSameAs(verdict)) {
            return this;
        }
        return anew(verdict);
    }

    /** With this answer in place of the one before, whatever it says. */
    Progress anew(JobVerdict verdict) {
        Optional<JobVerdict> before = verdict(verdict.about());
        List<JobVerdict> next = new ArrayList<>(verdicts);
        next.removeIf(old -> old.about().equals(verdict.about()));
        next.add(before.map(verdicts::indexOf).orElse(next.size()), verdict);
        return new Progress(steps, next, figures, question);
    }

    Progress with(String name, double figure) {
        Map<String, Double> next = new HashMap<>(figures);
        next.put(name, figure);
        return new Progress(steps, verdicts, next, question);
    }

    Progress asking(String about) {
        return about.equals(question) ? this : new Progress(steps, verdicts, figures, about);
    }

    /** The answer that matters where the work stands; empty for a procedure without verdicts. */
    public Optional<JobVerdict> shown() {
        return Optional.ofNullable(question).flatMap(this::verdict);
    }

    /** The same on another clock. */
    public Progress timed(LongUnaryOperator time) {
        return new Progress(
                steps.stream().map(step -> step.atNanos() == null
                        ? step
                        : step.at(time.applyAsLong(step.atNanos()))).toList(),
                verdicts.stream().map(verdict -> verdict.since(time.applyAsLong(verdict.sinceNanos()))).toList(),
                figures, question);
    }
}
