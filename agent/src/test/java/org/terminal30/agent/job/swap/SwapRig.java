package org.terminal30.agent.job.swap;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.JobSettings;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.job.Step;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;

/** A swap on voltages that a test sets, told in windows of 100 ms; all channels of the wiring in step. */
final class SwapRig {
    static final SaverProfile SAVER = new SaverProfile("bench supply", 12.0, 3.0, 0.35, 10.5);
    private static final long WINDOW_NANOS = 100_000_000;
    private static final int RATE_HERTZ = 860;

    final Map<Channel, Double> values = new EnumMap<>(Channel.class);
    SwapProcedure swap;
    long nanos;
    private final BayWiring wiring;
    private final SaverProfile saver;
    private final JobSettings settings;
    private long events;

    SwapRig(SaverProfile saver, JobSettings settings, Channel... channels) {
        this.saver = saver;
        this.settings = settings;
        this.wiring = new BayWiring(Stream.of(channels)
                .map(channel -> new ChannelInfo(channel, RATE_HERTZ, "chip", Timing.HOST)).toList());
        this.swap = new SwapProcedure(wiring, saver, settings, nanos);
        Stream.of(channels).forEach(channel -> values.put(channel, 0.0));
        set(Channel.ONBOARD, 12.6).set(Channel.BACKUP, 12.0).set(Channel.BACKUP_LEAD, 11.75);
    }

    /** A bay with the box: the saver's both sides and its current; the saver was proven under load today. */
    static SwapRig withBox() {
        return new SwapRig(SAVER,
                JobSettings.NONE.withSaver(SAVER, 1.0).withLoad(new JobSettings.Load(0.4, "service manual")),
                Channel.ONBOARD, Channel.BACKUP, Channel.BACKUP_LEAD, Channel.BACKUP_CURRENT);
    }

    /** A bay that measures the car's network and nothing else. */
    static SwapRig onboardOnly() {
        return new SwapRig(SAVER, JobSettings.NONE, Channel.ONBOARD);
    }

    SwapRig set(Channel channel, double value) {
        values.replace(channel, value);
        return this;
    }

    SwapRig play(double seconds) {
        for (int i = 0; i < Math.round(seconds * 10); i++) {
            nanos += WINDOW_NANOS;
            values.forEach((channel, value) -> swap.window(channel, nanos, value, value, value, RATE_HERTZ / 10));
        }
        return this;
    }

    /** Nothing is measured for so long. */
    SwapRig blind(double seconds) {
        nanos += Math.round(seconds * 1e9);
        return this;
    }

    /** The saver's lead goes to the car. */
    SwapRig connect() {
        return set(Channel.BACKUP_LEAD, 12.6);
    }

    /** The battery goes; the saver carries the parked car. */
    SwapRig lift() {
        return set(Channel.ONBOARD, 11.5).set(Channel.BACKUP_LEAD, 11.5).set(Channel.BACKUP_CURRENT, 0.4)
                .set(Channel.BACKUP, 11.9);
    }

    /** A new battery comes, and stands above the saver. */
    SwapRig clampNew() {
        return set(Channel.ONBOARD, 12.7).set(Channel.BACKUP_LEAD, 12.7).set(Channel.BACKUP_CURRENT, 0.0)
                .set(Channel.BACKUP, 12.0);
    }

    /** The saver's lead comes off. */
    SwapRig disconnect() {
        return set(Channel.BACKUP_LEAD, 0.54);
    }

    SwapRig event(EventKind kind, double seconds, boolean open, double minimum) {
        events++;
        swap.event(new SupplyEvent(events, 1, kind, Channel.ONBOARD, nanos - Math.round(seconds * 1e9), nanos, open,
                minimum, minimum, false, 0, null));
        return this;
    }

    /** The last record ends now. */
    SwapRig eventEnds(EventKind kind, double seconds, double minimum) {
        swap.event(new SupplyEvent(events, 2, kind, Channel.ONBOARD, nanos - Math.round(seconds * 1e9), nanos, false,
                minimum, minimum, false, 0, null));
        return this;
    }

    Optional<String> tap(String step) {
        return swap.act(new Action.Tap(step), "Anna", nanos);
    }

    Optional<String> enter(String step, String value) {
        return swap.act(new Action.Enter(step, value), "Anna", nanos);
    }

    Optional<String> skip(String step) {
        return swap.act(new Action.Skip(step, "no time"), "Anna", nanos);
    }

    /** The bay's computer loses its power and comes back. */
    SwapRig restart(double seconds) {
        blind(seconds);
        swap = SwapProcedure.resumed(wiring, saver, settings, swap.progress(), nanos);
        return this;
    }

    @Nullable
    String says(String about) {
        return swap.progress().verdict(about).map(verdict -> verdict.word()).orElse(null);
    }

    /** What stands on the screen. */
    String shown() {
        return swap.progress().shown().map(verdict -> verdict.about() + ":" + verdict.word()).orElse("nothing");
    }

    /** What speaks against or for it, as {@code about:reason}. */
    String why(String about) {
        return swap.progress().verdict(about).orElseThrow().evidence().stream()
                .map(evidence -> evidence.about() + ":" + evidence.reason()).collect(Collectors.joining(" "));
    }

    Step.State step(String id) {
        return swap.progress().step(id).orElseThrow().state();
    }
}
