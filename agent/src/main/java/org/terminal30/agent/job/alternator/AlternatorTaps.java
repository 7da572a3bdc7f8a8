package org.terminal30.agent.job.alternator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.terminal30.agent.battery.RestLimits;
import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.ProgressBook;

/** What the technician says of the steps of an alternator check: taken, or refused with a reason for people. */
final class AlternatorTaps {
    private static final double LEAST_HOURS = RestLimits.DEFAULT.settledSeconds() / 3600.0;
    private static final double MOST_HOURS = 10_000;

    private final ProgressBook book;
    private final AlternatorMoves moves;

    AlternatorTaps(ProgressBook book, AlternatorMoves moves) {
        this.book = book;
        this.moves = moves;
    }

    Optional<String> act(Action action, String who, long nowNanos) {
        Optional<String> missing = book.missing(action.step(), "check");
        if (missing.isPresent()) {
            return missing;
        }
        if (book.isOver(action.step())) {
            return Optional.of("step \"%s\" is over; to measure it again, start another check"
                    .formatted(action.step()));
        }
        return switch (action) {
            case Action.Tap tap -> tap(tap.step(), who, nowNanos);
            case Action.Enter enter -> enter(enter);
            case Action.Skip skip -> skip(skip, who, nowNanos);
        };
    }

    private Optional<String> tap(String step, String who, long nowNanos) {
        return switch (step) {
            case AlternatorSteps.START -> {
                book.done(step, nowNanos, who, Map.of());
                moves.engineRuns();
                yield Optional.empty();
            }
            case AlternatorSteps.LOADS_ON, AlternatorSteps.RPM_HELD -> {
                book.done(step, nowNanos, who, Map.of());
                moves.reached(step);
                yield Optional.empty();
            }
            default -> Optional.of("step \"%s\" is measured; it can be left out".formatted(step));
        };
    }

    private Optional<String> enter(Action.Enter enter) {
        if (!enter.step().equals(AlternatorSteps.REST)) {
            return Optional.of("step \"%s\" takes no figure".formatted(enter.step()));
        }
        try {
            double hours = Double.parseDouble(enter.value().strip().replace(',', '.'));
            if (hours >= LEAST_HOURS && hours <= MOST_HOURS) {
                moves.stood();
                return Optional.empty();
            }
            if (hours >= 0 && hours < LEAST_HOURS) {
                return Optional.of(String.format(Locale.ROOT,
                        "after less than %.0f hours a surface charge may be left: headlights on for a minute, "
                                + "then off, takes it away in 5 minutes",
                        LEAST_HOURS));
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with what is out of range.
        }
        return Optional.of(String.format(Locale.ROOT, "\"%s\" is not a number of hours from 0 to %.0f", enter.value(),
                MOST_HOURS));
    }

    private Optional<String> skip(Action.Skip skip, String who, long nowNanos) {
        String step = skip.step();
        leaveOut(step, who, skip.why(), nowNanos);
        // A measurement and the condition for it are left out together.
        switch (step) {
            case AlternatorSteps.LOADS_ON -> leaveOut(AlternatorSteps.LOADED, who, skip.why(), nowNanos);
            case AlternatorSteps.RPM_HELD -> leaveOut(AlternatorSteps.RAISED, who, skip.why(), nowNanos);
            case AlternatorSteps.LOADED -> leaveOut(AlternatorSteps.LOADS_ON, who, skip.why(), nowNanos);
            case AlternatorSteps.RAISED -> leaveOut(AlternatorSteps.RPM_HELD, who, skip.why(), nowNanos);
            default -> {
                // Stands by itself.
            }
        }
        return Optional.empty();
    }

    private void leaveOut(String step, String who, String why, long nowNanos) {
        if (!book.isOver(step)) {
            book.skipped(step, nowNanos, who, why);
            moves.leftOut(step);
        }
    }
}
