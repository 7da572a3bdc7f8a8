package org.terminal30.dashboard.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.report.JobReport.StepLine;
import org.terminal30.dashboard.words.Words;
import org.terminal30.dashboard.workshop.JobProgress;
import org.terminal30.dashboard.workshop.JobProgress.StepView;

/** The steps of a procedure in words. */
final class StepLines {
    private final Words words;
    private final List<StepView> steps;
    private final Written written;

    StepLines(Words words, Measured measured, Written written) {
        this.words = words;
        this.steps = shown(words, measured);
        this.written = written;
    }

    /** The steps that a report numbers, in their order: a step that not every job wants counts only once it was touched. */
    static List<StepView> shown(Words words, Measured measured) {
        JobProgress progress = measured.job().progress();
        return progress == null
                ? List.of()
                : progress.steps().stream()
                        .filter(step -> !(step.state().equals("waiting") && words.isOptional(step.id())))
                        .toList();
    }

    List<StepLine> all() {
        List<StepLine> lines = new ArrayList<>();
        for (StepView step : steps) {
            Instant at = step.at();
            boolean done = step.state().equals("done");
            lines.add(
                    new StepLine(lines.size() + 1, at == null ? "" : written.time(at), name(step), how(step),
                            value(step), !done));
        }
        return List.copyOf(lines);
    }

    /** What was measured or entered, in figures or in words. */
    private static String value(StepView step) {
        String figures = Figures.of(step.figures());
        return figures.isEmpty() && isEntered(step) && step.words() != null ? step.words() : figures;
    }

    private static boolean isEntered(StepView step) {
        return step.how().equals("entered");
    }

    /** What a profile says beside a step we know, such as where the code lies, is for the technician and not for paper. */
    private String name(StepView step) {
        String name = words.step(step.id());
        return step.words() != null && name.equals(step.id()) && !isEntered(step) ? step.words() : name;
    }

    private String how(StepView step) {
        return switch (step.state()) {
            case "done" -> done(step) + (step.reason() == null ? "" : ", " + words.note(step.reason()));
            case "not-confirmed" -> "not confirmed";
            case "skipped" ->
                "left out" + by(step.who()) + why(step);
            case "failed" -> "failed" + (step.reason() == null ? "" : ": " + words.note(step.reason()));
            default -> "not reached";
        };
    }

    /** The page's button gives a reason that says no more than the state does. */
    private String why(StepView step) {
        return step.reason() == null || step.reason().startsWith("left out") ? "" : ": " + words.note(step.reason());
    }

    private static String done(StepView step) {
        if (step.who() == null) {
            return "measured";
        }
        boolean entered = !step.figures().isEmpty() || isEntered(step);
        return (entered ? "entered" : step.how().equals("measured") ? "not measured, ticked" : "ticked")
                + by(step.who());
    }

    private static String by(@Nullable String who) {
        return who == null || who.isBlank() ? "" : " by " + who;
    }
}
