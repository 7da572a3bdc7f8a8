package org.terminal30.agent.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.Step.State;

/** Where a procedure keeps its progress. Times are the owner's. Used by one thread. */
public final class ProgressBook {
    private Progress progress;

    /** Begins with these steps, or goes on where an earlier boot stood. */
    public ProgressBook(Progress progress) {
        this.progress = progress;
    }

    public Progress progress() {
        return progress;
    }

    /** Why a step cannot be taken when there is none of that name, for people; empty when there is. */
    public Optional<String> missing(String step, String procedure) {
        return progress.step(step).isPresent()
                ? Optional.empty()
                : Optional.of("this %s has no step \"%s\"; it has: %s".formatted(procedure, step,
                        progress.steps().stream().map(Step::id).collect(Collectors.joining(" "))));
    }

    public boolean isOver(String step) {
        return progress.step(step).filter(there -> there.state().isOver()).isPresent();
    }

    /** The step has been measured to be done. */
    public void measured(String step, long nanos, Map<String, Double> figures) {
        change(step, there -> there.became(State.DONE, nanos, null, null).with(figures));
    }

    /** Somebody says that the step is done. */
    public void done(String step, long nanos, String who, Map<String, Double> figures) {
        change(step, there -> there.became(State.DONE, nanos, who, null).with(figures));
    }

    /** Somebody says that the step is left out. */
    public void skipped(String step, long nanos, String who, String why) {
        change(step, there -> there.became(State.SKIPPED, nanos, who, why));
    }

    /** The step was tried and failed; it may be tried again. */
    public void failed(String step, long nanos, String reason) {
        change(step, there -> there.became(State.FAILED, nanos, null, reason));
    }

    /** Something is to be known of how the step was done. */
    public void remark(String step, String reason) {
        change(step, there -> there.remarked(reason));
    }

    /** What somebody says of the step in words. */
    public void words(String step, String sentence) {
        change(step, there -> there.saying(sentence));
    }

    /** The step is to be done again. */
    public void again(String step) {
        change(step, Step::again);
    }

    /** The work has come to this step: what waits before it has been done or left out, nobody said which. */
    public void reached(String step, long nanos) {
        List<String> earlier = progress.steps().stream().map(Step::id).takeWhile(id -> !id.equals(step)).toList();
        earlier.forEach(id -> change(id, there -> there.state() == State.WAITING
                ? there.became(State.NOT_CONFIRMED, nanos, null, null)
                : there));
    }

    private void change(String step, UnaryOperator<Step> change) {
        progress = progress.with(step, change);
    }

    /** Answers a question, unless the answer is the same as before. */
    public void say(JobVerdict verdict) {
        progress = progress.with(verdict);
    }

    /** Answers the question that matters from now on. */
    public void turnTo(JobVerdict verdict) {
        progress = progress.with(verdict).asking(verdict.about());
    }

    /** As {@link #turnTo}, and told again although only its figures are others. */
    public void turnToAnew(JobVerdict verdict) {
        progress = progress.anew(verdict).asking(verdict.about());
    }

    public boolean says(String about, String word) {
        return progress.says(about, word);
    }

    /** Keeps a figure of the procedure as a whole. */
    public void figure(String name, double value) {
        progress = progress.with(name, value);
    }

    public Optional<Double> figure(String name) {
        return Optional.ofNullable((@Nullable Double) progress.figures().get(name));
    }
}
