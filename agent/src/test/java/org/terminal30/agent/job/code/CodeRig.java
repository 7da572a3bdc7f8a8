package org.terminal30.agent.job.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.CodeRules;
import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.Lockouts;
import org.terminal30.agent.job.Lockouts.Wait;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.job.Step;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;
import org.terminal30.hardware.sample.SampleBlock;

/** A code entry on a voltage that a test sets, told in windows of 100 ms, in samples where that matters. */
final class CodeRig {
    static final double RATE_HERTZ = 1_000;
    private static final SaverProfile SAVER = new SaverProfile("bench supply", 12.0, 3.0, 0.35, 10.5);
    private static final long WINDOW_NANOS = 100_000_000;
    private static final long SAMPLE_NANOS = 1_000_000;

    CodeProcedure entry;
    double volts = 12.65;
    double voltsPerHour;
    long nanos;
    private final BayWiring wiring;
    private final CodeRules rules;
    private long events;

    CodeRig(CodeRules rules, double rateHertz) {
        this.rules = rules;
        this.wiring = new BayWiring(List.of(new ChannelInfo(Channel.ONBOARD, rateHertz, "chip", Timing.HOST)));
        this.entry = new CodeProcedure(wiring, SAVER, rules, "Code card", nanos);
    }

    /** Three attempts, then an hour, then an hour or more; ignition on, engine off. */
    static CodeRules threeThenAnHour() {
        return rules(3, new Lockouts(3, List.of(new Wait(60, 60), new Wait(60, null))));
    }

    static CodeRules rules(@Nullable Integer attempts, @Nullable Lockouts lockouts) {
        return new CodeRules(attempts, 0, null, lockouts, true, false, List.of("Ignition on", "Digits with 1 to 6"),
                Map.of("lockout", "After 3 codes: 60 min (S2)"));
    }

    static CodeRig known() {
        return new CodeRig(threeThenAnHour(), RATE_HERTZ);
    }

    CodeRig set(double level) {
        volts = level;
        voltsPerHour = 0;
        return this;
    }

    /** From now on it falls. */
    CodeRig falling(double byVoltsPerHour) {
        voltsPerHour = -byVoltsPerHour;
        return this;
    }

    CodeRig play(double seconds) {
        for (int i = 0; i < Math.round(seconds * 10); i++) {
            nanos += WINDOW_NANOS;
            volts += voltsPerHour / 36_000;
            entry.window(Channel.ONBOARD, nanos, volts, volts, volts, 100);
            entry.advanceTo(nanos);
        }
        return this;
    }

    /** Samples of so many milliseconds, in no window. */
    CodeRig samples(int millis, DoubleUnaryOperator voltsOfMilli) {
        var block = new SampleBlock(Channel.ONBOARD, millis);
        for (int i = 0; i < millis; i++) {
            block.add(nanos + (i + 1) * SAMPLE_NANOS, voltsOfMilli.applyAsDouble(i));
        }
        nanos += millis * SAMPLE_NANOS;
        entry.samples(block);
        return this;
    }

    CodeRig event(EventKind kind, double seconds) {
        events++;
        entry.event(
                new SupplyEvent(events, 1, kind, Channel.ONBOARD, nanos - Math.round(seconds * 1e9), nanos, false, 0,
                        0, false, 0, null));
        return this;
    }

    /** The bay's computer is without power for so long; its new clock begins at another time. */
    CodeRig restart(double seconds, long newNanos) {
        long shift = newNanos - nanos - Math.round(seconds * 1e9);
        var progress = entry.progress().timed(before -> before + shift);
        nanos = newNanos;
        entry = CodeProcedure.resumed(wiring, SAVER, rules, progress, nanos);
        return this;
    }

    Optional<String> tap(String step) {
        return entry.act(new Action.Tap(step), "Anna", nanos);
    }

    Optional<String> enter(String step, String value) {
        return entry.act(new Action.Enter(step, value), "Anna", nanos);
    }

    CodeRig refuse() {
        if (enter("code", "refused").isPresent()) {
            throw new IllegalStateException("not taken in " + shown());
        }
        return this;
    }

    String shown() {
        return entry.progress().shown().map(verdict -> verdict.about() + ":" + verdict.word()).orElse("nothing");
    }

    Evidence evidence(String question, String about) {
        return entry.progress().verdict(question).orElseThrow().evidence().stream()
                .filter(one -> one.about().equals(about)).findFirst().orElseThrow();
    }

    /** Why, as {@code about:reason}. */
    String why(String question) {
        return entry.progress().verdict(question).orElseThrow().evidence().stream()
                .map(one -> one.about() + ":" + one.reason()).collect(Collectors.joining(" "));
    }

    Step step(String id) {
        return entry.progress().step(id).orElseThrow();
    }

    double figure(String name) {
        return entry.progress().figures().getOrDefault(name, Double.NaN);
    }
}
