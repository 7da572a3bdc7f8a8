package org.terminal30.agent.job.code;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.CodeRules;
import org.terminal30.agent.job.ProgressBook;

/** What the technician says of the steps of a code entry: taken, or refused with a reason for people. */
final class CodeTaps {
    static final int MOST_SHOWN_MINUTES = 24 * 60;
    private static final Set<String> NOT_TO_SKIP = Set.of(CodeSteps.SUPPLY, CodeSteps.CODE, CodeSteps.LOCKOUT,
            CodeSteps.CHARGER);

    private final ProgressBook book;
    private final CodeMoves moves;

    CodeTaps(ProgressBook book, CodeMoves moves) {
        this.book = book;
        this.moves = moves;
    }

    Optional<String> act(Action action, String who, long nowNanos) {
        return book.missing(action.step(), "code entry").or(() -> switch (action) {
            case Action.Tap tap -> tap(tap.step(), who, nowNanos);
            case Action.Enter enter -> enter(enter, who);
            case Action.Skip skip -> skip(skip, who, nowNanos);
        });
    }

    private Optional<String> tap(String step, String who, long nowNanos) {
        switch (step) {
            case CodeSteps.SUPPLY -> {
                return Optional.of("the supply is judged by what is measured");
            }
            case CodeSteps.CODE -> {
                return Optional.of("say what the radio did with the code: accepted, refused or locked");
            }
            case CodeSteps.LOCKOUT -> {
                return waiting(() -> moves.asksAgain(who));
            }
            case CodeSteps.CHARGER -> moves.charged();
            default -> {
                // Nothing follows from it.
            }
        }
        book.done(step, nowNanos, who, Map.of());
        return Optional.empty();
    }

    private Optional<String> waiting(Runnable move) {
        if (moves.stage() != CodeStage.WAIT) {
            return Optional.of("no lockout is being waited for");
        }
        move.run();
        return Optional.empty();
    }

    private Optional<String> enter(Action.Enter enter, String who) {
        return switch (enter.step()) {
            case CodeSteps.CODE -> code(enter.value().strip(), who);
            case CodeSteps.LOCKOUT -> waiting(enter.value().strip());
            default -> Optional.of("step \"%s\" takes no entry".formatted(enter.step()));
        };
    }

    private Optional<String> code(String value, String who) {
        if (moves.stage() != CodeStage.ENTRY) {
            return Optional.of(moves.stage() == CodeStage.WAIT
                    ? "the radio is locked: say first that it asks for the code again"
                    : "the code has been accepted already");
        }
        switch (value) {
            case EntryVerdicts.ACCEPTED -> moves.accepted(who);
            case "refused" -> moves.refused();
            case "locked" -> moves.foundLocked();
            default -> {
                return number(value, 0, CodeRules.MOST_REFUSED, "accepted, refused, locked, or how many codes were"
                        + " refused before", moves::refusedBefore);
            }
        }
        return Optional.empty();
    }

    private Optional<String> waiting(String value) {
        return switch (value) {
            case "anew" -> waiting(moves::beganAnew);
            case "goes-on" -> waiting(moves::goesOn);
            default -> moves.stage() == CodeStage.WAIT
                    ? number(value, 1, MOST_SHOWN_MINUTES, "anew, goes-on, or the minutes that the radio shows",
                            moves::shown)
                    : Optional.of("no lockout is being waited for");
        };
    }

    private static Optional<String> number(String text, int least, int most, String right, IntConsumer taken) {
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                taken.accept(value);
                return Optional.empty();
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with what is out of range. The text is not repeated: it might be the code.
        }
        return Optional.of("that is none of: %s, from %d to %d".formatted(right, least, most));
    }

    private Optional<String> skip(Action.Skip skip, String who, long nowNanos) {
        if (NOT_TO_SKIP.contains(skip.step())) {
            return Optional.of("step \"%s\" cannot be left out".formatted(skip.step()));
        }
        book.skipped(skip.step(), nowNanos, who, skip.why());
        return Optional.empty();
    }
}
