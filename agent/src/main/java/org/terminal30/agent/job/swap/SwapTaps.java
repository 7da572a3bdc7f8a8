package org.terminal30.agent.job.swap;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.JobSettings;
import org.terminal30.agent.job.NewBattery;
import org.terminal30.agent.job.ProgressBook;

/** What the technician says of the steps of a swap: taken, or refused with a reason for people. */
final class SwapTaps {
    private static final double LEAST_BATTERY_VOLTS = 5;
    private static final double MOST_BATTERY_VOLTS = 20;
    /** They say where the work is: without them nobody would know. */
    private static final Set<String> NOT_TO_SKIP = Set.of(SwapSteps.BACKUP_CONNECTED, SwapSteps.DISCONNECT,
            SwapSteps.BATTERY_OUT, SwapSteps.BATTERY_IN, SwapSteps.REMOVE, SwapSteps.BACKUP_OFF);

    private final ProgressBook book;
    private final SwapMoves moves;

    SwapTaps(ProgressBook book, SwapMoves moves) {
        this.book = book;
        this.moves = moves;
    }

    Optional<String> act(Action action, String who, long nowNanos) {
        return book.missing(action.step(), "swap").or(() -> switch (action) {
            case Action.Tap tap -> tap(tap.step(), who, nowNanos);
            case Action.Enter enter -> enter(enter, who, nowNanos);
            case Action.Skip skip -> skip(skip, who, nowNanos);
        });
    }

    private Optional<String> tap(String step, String who, long nowNanos) {
        SwapStage stage = moves.stage();
        Optional<String> refused = switch (step) {
            case SwapSteps.BACKUP_CONNECTED -> when(stage.isBefore(SwapStage.LIFTED), "the battery is out already",
                    moves::connected);
            case SwapSteps.DISCONNECT -> when(stage == SwapStage.LIFTED,
                    "the first gate is judged by what is measured; while the battery is out a tap says that its clamp is back",
                    moves::clampBack);
            case SwapSteps.BATTERY_OUT -> when(stage.isBefore(SwapStage.LIFTED), "the battery is out already",
                    moves::lifted);
            case SwapSteps.BATTERY_IN -> when(stage == SwapStage.LIFTED, stage.isBefore(SwapStage.LIFTED)
                    ? "the old battery has not been taken out"
                    : "the new battery is in already", moves::fitted);
            case SwapSteps.HEADLIGHTS -> when(stage == SwapStage.FITTED || stage == SwapStage.CARRIED,
                    "the new battery is not in", moves::headlightsOn);
            case SwapSteps.BACKUP_OFF -> when(stage == SwapStage.FITTED || stage == SwapStage.CARRIED,
                    "the backup is still needed: the new battery is not in", moves::saverTakenOff);
            case SwapSteps.REMOVE -> Optional.of("the second gate is judged by what is measured");
            case SwapSteps.QUIESCENT_LOAD ->
                Optional.of("enter what the parked car draws, in amperes, or leave it out");
            case SwapSteps.BATTERY_TYPE -> Optional.of("enter the type of the new battery, or leave it out");
            case SwapSteps.NEW_BATTERY ->
                Optional.of("enter the voltage of the new battery, in volts, or leave it out");
            default -> Optional.empty();
        };
        // With the clamp back the gate is open again: there is nothing to tick.
        if (refused.isEmpty() && !step.equals(SwapSteps.DISCONNECT)) {
            book.done(step, nowNanos, who, Map.of());
            if (step.equals(SwapSteps.BATTERY_OUT) && stage == SwapStage.PREPARING) {
                book.remark(step, "before-verdict");
            }
        }
        return refused;
    }

    private static Optional<String> when(boolean possible, String otherwise, Runnable move) {
        if (!possible) {
            return Optional.of(otherwise);
        }
        move.run();
        return Optional.empty();
    }

    private Optional<String> enter(Action.Enter enter, String who, long nowNanos) {
        return switch (enter.step()) {
            case SwapSteps.QUIESCENT_LOAD -> number(enter.value(), 0, JobSettings.Load.MOST_AMPERES, "A", amperes -> {
                moves.loadEntered(amperes);
                book.done(enter.step(), nowNanos, who, Map.of("loadAmperes", amperes));
            });
            case SwapSteps.BATTERY_TYPE -> type(enter.value(), battery -> {
                book.done(enter.step(), nowNanos, who, Map.of());
                book.words(enter.step(), battery.words());
            });
            case SwapSteps.NEW_BATTERY ->
                moves.notItsOwnVoltage().or(() -> number(enter.value(), LEAST_BATTERY_VOLTS, MOST_BATTERY_VOLTS, "V",
                        volts -> {
                            book.done(enter.step(), nowNanos, who, Map.of("batteryVolts", volts));
                            if (!moves.stage().isBefore(SwapStage.FITTED)) {
                                book.remark(enter.step(), "under-load");
                            }
                        }));
            default -> Optional.of("step \"%s\" takes no figure".formatted(enter.step()));
        };
    }

    private static Optional<String> type(String text, Consumer<NewBattery> taken) {
        Optional<NewBattery> battery = NewBattery.read(text);
        battery.ifPresent(taken);
        return battery.isPresent()
                ? Optional.empty()
                : Optional.of("\"%s\" is not flooded, EFB, AGM or gel, with its Ah if known, as in \"AGM 70\""
                        .formatted(text));
    }

    private static Optional<String> number(String text, double least, double most, String unit,
            DoubleConsumer taken) {
        try {
            double value = Double.parseDouble(text.strip().replace(',', '.'));
            if (value >= least && value <= most) {
                taken.accept(value);
                return Optional.empty();
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with what is out of range.
        }
        return Optional.of("\"%s\" is not a number from %.0f to %.0f %s".formatted(text, least, most, unit));
    }

    private Optional<String> skip(Action.Skip skip, String who, long nowNanos) {
        if (NOT_TO_SKIP.contains(skip.step())) {
            return Optional.of("step \"%s\" cannot be left out".formatted(skip.step()));
        }
        book.skipped(skip.step(), nowNanos, who, skip.why());
        return Optional.empty();
    }
}
