package org.terminal30.agent.job.alternator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.job.Step;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;
import org.terminal30.hardware.sample.SampleBlock;

/** An alternator check on voltages that a test sets, told in samples and windows of 100 ms; all channels of the wiring in step. */
final class CheckRig {
    static final double FAST_HERTZ = 12_500;
    static final double SLOW_HERTZ = 860;
    private static final SaverProfile SAVER = new SaverProfile("bench supply", 13.2, 3.0, 0.35, 10.5);
    private static final long WINDOW_NANOS = 100_000_000;
    private static final double IDLE_RIPPLE_HERTZ = 1_200;

    AlternatorCheck check;
    long nanos;
    /** Peak to peak, and whether it is that of an open diode. */
    double rippleVolts = 0.08;
    boolean openDiode;
    private final Map<Channel, Double> values = new EnumMap<>(Channel.class);
    private final BayWiring wiring;
    private final double rateHertz;
    private long events;

    CheckRig(double rateHertz, Channel... channels) {
        this.rateHertz = rateHertz;
        this.wiring = new BayWiring(Stream.of(channels)
                .map(channel -> new ChannelInfo(channel, rateHertz, "chip", Timing.HOST)).toList());
        Stream.of(channels).forEach(channel -> values.put(channel, 12.7));
        this.check = new AlternatorCheck(wiring, SAVER, nanos);
    }

    /** Everything can be measured: a fast converter at the car's network and at the battery's posts. */
    static CheckRig complete() {
        return new CheckRig(FAST_HERTZ, Channel.ONBOARD, Channel.BATTERY);
    }

    static CheckRig slow() {
        return new CheckRig(SLOW_HERTZ, Channel.ONBOARD);
    }

    /** Both channels. */
    CheckRig volts(double value) {
        values.replaceAll((channel, old) -> value);
        return this;
    }

    CheckRig set(Channel channel, double value) {
        values.replace(channel, value);
        return this;
    }

    CheckRig play(double seconds) {
        return drift(seconds, at -> 0);
    }

    /** @param shift is added to every voltage, by the seconds since the beginning of this stretch */
    CheckRig drift(double seconds, DoubleUnaryOperator shift) {
        for (int i = 0; i < Math.round(seconds * 10); i++) {
            double by = shift.applyAsDouble(i / 10.0);
            samples();
            nanos += WINDOW_NANOS;
            values.forEach((channel, value) -> check.window(channel, nanos, value + by, value + by, value + by,
                    Math.max(1, Math.round(rateHertz / 10))));
        }
        return this;
    }

    /** Made where somebody looks at them, because they take their time. */
    private void samples() {
        Double volts = values.get(Channel.ONBOARD);
        boolean looked = step("rpm-held") == Step.State.DONE && step("raised") == Step.State.WAITING;
        if (volts == null || rateHertz < FAST_HERTZ || !looked) {
            return;
        }
        int count = (int) (rateHertz / 10);
        SampleBlock block = new SampleBlock(Channel.ONBOARD, count);
        for (int i = 0; i < count; i++) {
            long at = nanos + Math.round((i + 0.5) * 1e9 / rateHertz);
            double turns = IDLE_RIPPLE_HERTZ * at / 1e9;
            double wave = openDiode
                    ? Math.sin(2 * Math.PI * turns / 6) + 0.7 * Math.sin(2 * Math.PI * turns / 3)
                    : Math.sin(2 * Math.PI * turns);
            block.add(at, volts + rippleVolts / 2 * wave);
        }
        check.samples(block);
    }

    CheckRig blind(double seconds) {
        nanos += Math.round(seconds * 1e9);
        return this;
    }

    /** A minute at rest after a night, as somebody says. */
    CheckRig rested() {
        enter("rest", "12");
        return play(62);
    }

    /** The starter turns for a second; the network sees a little less than the posts. */
    CheckRig crank(double networkVolts, double postVolts, boolean starts) {
        double before = values.getOrDefault(Channel.ONBOARD, 12.7);
        long begin = nanos;
        set(Channel.ONBOARD, networkVolts).set(Channel.BATTERY, postVolts).play(1);
        volts(before);
        events++;
        check.event(new SupplyEvent(events, 1, EventKind.CRANKING, Channel.ONBOARD, begin, nanos, false, networkVolts,
                before, false, 0, null, new RecordDetail.Cranking(before, 0.5, null)));
        if (starts) {
            volts(14.2).play(1);
            check.event(new SupplyEvent(events, 2, EventKind.CRANKING, Channel.ONBOARD, begin, begin + 1_000_000_000,
                    false, networkVolts, before, false, 0, null,
                    new RecordDetail.Cranking(before, 0.5, 500_000_000L)));
        }
        return this;
    }

    CheckRig starts() {
        return crank(10.2, 10.5, true);
    }

    CheckRig loaded() {
        tap("loads-on");
        return play(31);
    }

    CheckRig raised() {
        tap("rpm-held");
        return play(31);
    }

    Optional<String> tap(String step) {
        return check.act(new Action.Tap(step), "Anna", nanos);
    }

    Optional<String> enter(String step, String value) {
        return check.act(new Action.Enter(step, value), "Anna", nanos);
    }

    Optional<String> skip(String step) {
        return check.act(new Action.Skip(step, "no time"), "Anna", nanos);
    }

    /** The bay's computer loses its power and comes back. */
    CheckRig restart(double seconds) {
        blind(seconds);
        check = AlternatorCheck.resumed(wiring, SAVER, check.progress(), nanos);
        return this;
    }

    CheckRig end() {
        check.end(nanos);
        return this;
    }

    @Nullable
    String says(String about) {
        return check.progress().verdict(about).map(verdict -> verdict.word()).orElse(null);
    }

    String overall() {
        return check.progress().shown().orElseThrow().word();
    }

    /** What speaks against or for it, as {@code about:reason}. */
    String why(String about) {
        return check.progress().verdict(about).orElseThrow().evidence().stream()
                .map(evidence -> evidence.about() + ":" + evidence.reason()).collect(Collectors.joining(" "));
    }

    Step.State step(String id) {
        return check.progress().step(id).orElseThrow().state();
    }

    double figure(String step, String name) {
        return Optional.ofNullable((@Nullable Double) check.progress().step(step).orElseThrow().figures().get(name))
                .orElse(Double.NaN);
    }

    List<String> steps() {
        return check.progress().steps().stream().map(step -> step.id() + "=" + step.state()).toList();
    }
}
