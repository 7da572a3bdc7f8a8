package org.terminal30.agent.swaps;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongPredicate;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.job.JobSettings;
import org.terminal30.agent.outbox.StateStore;
import org.terminal30.agent.scenario.Expectation;
import org.terminal30.agent.scenario.Scenario;
import org.terminal30.agent.simulate.Simulation;
import org.terminal30.agent.wire.BayId;
import org.terminal30.hardware.model.Contact;
import org.terminal30.hardware.model.Truth;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.simulated.SimulatedFrontEnd.Converter;

/** One swap of a seed, from the start of the job to its end, and what is to be said against the bay. */
final class SwapTrial {
    /** What happens so shortly before a verdict is in no mean over 100 ms yet, and counts as after it. */
    private static final long UNSEEN_NANOS = 200_000_000;
    private static final BayId BAY = new BayId("random", "1");

    private final SwapCase swapCase;
    private final Workshop workshop;
    private final Technician technician;

    /** @param folder of the bay's configuration; nothing is written there */
    SwapTrial(long seed, Wiring wiring, Path folder, StateStore state) {
        this.swapCase = SwapCase.of(seed, wiring);
        Dice dice = new Dice(~seed);
        Mishaps mishaps = Mishaps.of(dice, wiring.measures(Channel.RADIO));
        this.workshop = new Workshop(swapCase, mishaps, config(swapCase, folder), state, new Dice(dice.seed()));
        this.technician = new Technician(workshop, swapCase, mishaps, dice);
    }

    private static BayConfig config(SwapCase swapCase, Path folder) {
        Scenario scenario = new Scenario("random", "a swap", Duration.ofMinutes(5), swapCase.wiring().channels(),
                Converter.ADS1115, swapCase.backup(), true, swapCase.parts(), swapCase.beginning(), List.of(),
                List.of(),
                Expectation.NONE);
        return Simulation.config(scenario, BAY, folder, swapCase.seed());
    }

    SwapResult play() throws InterruptedException {
        technician.swap();
        workshop.close();
        Truth truth = workshop.truthOfJob();
        List<String> wrong = new ArrayList<>();
        List<String> misled = new ArrayList<>();
        for (Workshop.Said said : workshop.said()) {
            long seen = said.nanos() - UNSEEN_NANOS;
            if (said.word().equals("safe-to-disconnect") && batteryWasOn(seen)
                    && !holdsWithout(Contact.BATTERY, seen)) {
                (isLoadTrue(seen) ? wrong : misled).add(
                        "safe-to-disconnect at %.1f s, and the saver would not have held"
                                .formatted(said.nanos() / 1e9));
            }
        }
        SwapResult.Answer memory = last("memory", nanos -> truth.memoryKept());
        if (memory.word().equals("memory-kept") && !memory.good()) {
            wrong.add("memory-kept, and it was lost at %.1f s; %s".formatted(lost(truth), longest(truth)));
        }
        return new SwapResult(decided(), last("remove", nanos -> holdsWithout(Contact.SAVER, nanos)), memory, wrong,
                misled);
    }

    private SwapResult.Answer decided() {
        long nanos = technician.decidedNanos();
        return nanos < 0
                ? SwapResult.NONE
                : new SwapResult.Answer(technician.disconnectWord(),
                        batteryWasOn(nanos) && holdsWithout(Contact.BATTERY, nanos), technician.disconnectWhy());
    }

    private SwapResult.Answer last(String about, LongPredicate good) {
        return workshop.said().stream().filter(said -> said.about().equals(about))
                .reduce((before, after) -> after)
                .map(said -> new SwapResult.Answer(said.word(), good.test(said.nanos()), said.why()))
                .orElse(SwapResult.NONE);
    }

    /** Whether the bay can see the load, or the figure that it was told is that of now. */
    private boolean isLoadTrue(long nanos) {
        JobSettings.Load told = swapCase.settings().load();
        double drawn = Counterfactual.drawnAmperes(swapCase, workshop.done(), nanos);
        return told == null || swapCase.wiring().measures(Channel.BATTERY_CURRENT)
                || drawn <= 1.15 * told.amperes() + 0.02;
    }

    private boolean holdsWithout(Contact contact, long nanos) {
        return Counterfactual.holdsWithout(contact, swapCase, workshop.done(), nanos);
    }

    private boolean batteryWasOn(long nanos) {
        return workshop.done().stream().filter(done -> done.nanos() < nanos).map(Workshop.Done::action)
                .reduce(true, Workshop::isBatteryOn, (first, second) -> second);
    }

    private static double lost(Truth truth) {
        OptionalDouble lost = truth.memoryLostSeconds();
        return lost.orElse(Double.NaN);
    }

    private String longest(Truth truth) {
        return "longest break %.1f ms, memory at %.1f V for %.1f ms, %.0f samples/s".formatted(
                1_000 * truth.longestBreakSeconds(), swapCase.parts().radio().memoryVolts(),
                1_000 * swapCase.parts().radio().holdUpSeconds(), swapCase.rateHertz());
    }

    /** What happened, for whoever looks for a cause. */
    List<String> story() {
        List<String> lines = new ArrayList<>();
        workshop.done().forEach(done -> lines.add("%7.2f s  %s".formatted(done.nanos() / 1e9, done.action())));
        workshop.said().forEach(
                said -> lines.add("%7.2f s      %s: %s".formatted(said.nanos() / 1e9, said.about(), said.word())));
        lines.sort(String::compareTo);
        lines.add(swapCase.toString());
        lines.add(workshop.truth().toString());
        return lines;
    }
}
