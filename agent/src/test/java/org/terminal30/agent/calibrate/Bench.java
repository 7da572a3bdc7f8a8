package org.terminal30.agent.calibrate;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;

import org.terminal30.agent.calibrate.CalibrationWalk.Circumstances;
import org.terminal30.agent.calibrate.Operator.GaveUpException;
import org.terminal30.hardware.calibration.CalibrationRecord;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.simulated.SimulatedFrontEnd;

/**
 * A bench supply, a multimeter and somebody who answers what was queued, before a simulated chip behind its real driver. An
 * answer may turn the supply first.
 */
final class Bench implements Operator {
    private static final long WINDOW_NANOS = 300_000_000L;

    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final Deque<String> answers = new ArrayDeque<>();
    final List<String> heard = new ArrayList<>();
    private volatile DoubleSupplier supplyVolts = () -> 0;
    /** What the front-end makes of a voltage: resistors that are not what they say. */
    private final double gain;
    private final double offsetVolts;

    Bench(double gain, double offsetVolts) {
        this.gain = gain;
        this.offsetVolts = offsetVolts;
    }

    Bench answer(String... queued) {
        for (String one : queued) {
            turns.add(() -> {});
            answers.add(one);
        }
        return this;
    }

    /** When Enter is asked for next, the supply is turned first. */
    Bench supply(double volts) {
        return supply(() -> volts);
    }

    Bench supply(DoubleSupplier volts) {
        turns.add(() -> supplyVolts = volts);
        answers.add("");
        return this;
    }

    @Override
    public void tell(String line) {
        heard.add(line);
    }

    @Override
    public String ask(String question) throws GaveUpException {
        heard.add(question);
        if (answers.isEmpty()) {
            throw new GaveUpException("nobody answers: " + question);
        }
        turns.remove().run();
        return answers.remove();
    }

    Optional<CalibrationRecord> walk() throws Exception {
        return walk(UnaryOperator.identity());
    }

    /** @param described what the source says of itself, changed */
    Optional<CalibrationRecord> walk(UnaryOperator<ChannelInfo> described) throws Exception {
        try (VoltageSource source = SimulatedFrontEnd.measuring(
                (channel, nanos) -> supplyVolts.getAsDouble() * gain + offsetVolts, List.of(Channel.ONBOARD),
                System::nanoTime)) {
            return new CalibrationWalk(this, source, described.apply(source.channels().getFirst()), System::nanoTime,
                    WINDOW_NANOS).walk(new Circumstances(LocalDate.of(2026, 5, 1), "Anna", "Fluke 87V", 21.5));
        }
    }

    boolean allAnswersTaken() {
        return answers.isEmpty();
    }
}
