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

    /** What was measured or entered, in figures or in words, or what a step we know was told at the start. */
    private String value(StepView step) {
        String figures = Figures.of(step.figures());
        String said = step.words();
        return said == null || !figures.isEmpty() || isItsOwnName(step) || words.isConfidential(step.id())
                ? figures
                : said;
    }

    private static boolean isEntered(StepView step) {
        return step.how().equals("entered");
    }

    private String name(StepView step) {
        return step.words() != null && isItsOwnName(step) ? step.words() : words.step(step.id());
    }

    /** A step of a profile's, that no file of words knows, is called by its sentence. */
    private boolean isItsOwnName(StepView step) {
        return words.step(step.id()).equals(step.id()) && !isEntered(step);
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
