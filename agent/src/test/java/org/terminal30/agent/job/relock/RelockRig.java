package org.terminal30.agent.job.relock;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.Progress;
import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;

/** A re-lock watch on voltages that a test sets, told in windows of a second; counts how often its progress changes. */
final class RelockRig {
    private static final long SECOND = 1_000_000_000L;
    private static final int RATE_HERTZ = 860;

    RelockWatch watch;
    double volts = 12.6;
    long nanos;
    int changes;
    final Set<String> words = new HashSet<>();
    private final BayWiring wiring;
    private final List<Channel> channels;
    private Progress last;
    private long events;

    RelockRig(Channel... channels) {
        this(CalibrationState.CALIBRATED, channels);
    }

    RelockRig(CalibrationState calibration, Channel... channels) {
        this.channels = List.of(channels);
        this.wiring = new BayWiring(Stream.of(channels)
                .map(channel -> new ChannelInfo(channel, RATE_HERTZ, "chip", Timing.HOST,
                        Double.POSITIVE_INFINITY, calibration))
                .toList());
        this.watch = new RelockWatch(wiring, nanos);
        this.last = watch.progress();
    }

    static RelockRig withProbe() {
        return new RelockRig(Channel.ONBOARD, Channel.RADIO);
    }

    RelockRig seconds(double seconds) {
        for (long i = 0; i < Math.round(seconds); i++) {
            nanos += SECOND;
            channels.forEach(channel -> watch.window(channel, nanos, volts, volts, volts, RATE_HERTZ));
            watch.advanceTo(nanos);
            observe();
        }
        return this;
    }

    private void observe() {
        if (!watch.progress().equals(last)) {
            last = watch.progress();
            changes++;
            words.add(says());
        }
    }

    RelockRig hours(double hours) {
        return seconds(hours * 3600);
    }

    /** The battery loses so much in an hour. */
    RelockRig fall(double hours, double voltsPerHour) {
        for (int i = 0; i < hours * 60; i++) {
            volts -= voltsPerHour / 60;
            seconds(60);
        }
        return this;
    }

    /** A record that was open for so long and ends now. */
    RelockRig happened(EventKind kind, Channel channel, double seconds, double minimum) {
        return happened(kind, channel, seconds, minimum, null, null);
    }

    RelockRig happened(EventKind kind, Channel channel, double seconds, double minimum, @Nullable String reason,
            @Nullable RecordDetail detail) {
        long start = nanos - Math.round(seconds * 1e9);
        events++;
        watch.event(new SupplyEvent(events, 1, kind, channel, start, start, true, minimum, minimum, false, 0, reason,
                detail));
        watch.event(new SupplyEvent(events, 2, kind, channel, start, nanos, false, minimum, minimum, false, 0, reason,
                detail));
        return this;
    }

    /** An interruption begins that does not end by itself; so long ago. */
    RelockRig begins(Channel channel, double seconds, @Nullable String reason) {
        events++;
        watch.event(new SupplyEvent(events, 1, EventKind.INTERRUPTION, channel,
                nanos - Math.round(seconds * 1e9), nanos, true, 0, 0, false, 0, reason));
        return this;
    }

    RelockRig ends(Channel channel, double seconds, @Nullable String reason) {
        watch.event(new SupplyEvent(events, 2, EventKind.INTERRUPTION, channel,
                nanos - Math.round(seconds * 1e9), nanos, false, 0, 0, false, 0, reason));
        return this;
    }

    /** The engine is cranked for a second down to this, and started. */
    RelockRig start(double lowest) {
        double rest = volts;
        volts = lowest;
        seconds(1);
        happened(EventKind.CRANKING, Channel.ONBOARD, 1, lowest, null,
                new RecordDetail.Cranking(rest, 0.5, 300_000_000L));
        volts = 14.2;
        return seconds(120).volts(rest);
    }

    RelockRig volts(double next) {
        volts = next;
        return this;
    }

    /** The bay's computer loses its power and comes back. */
    RelockRig restart(double seconds) {
        nanos += Math.round(seconds * 1e9);
        watch = RelockWatch.resumed(wiring, watch.progress(), 0, nanos);
        return this;
    }

    RelockRig end() {
        watch.end(nanos);
        return this;
    }

    String says() {
        return watch.progress().verdict("relock").map(verdict -> verdict.word()).orElse("nothing");
    }

    String why() {
        return watch.progress().verdict("relock").orElseThrow().evidence().stream()
                .map(evidence -> evidence.about() + ":" + evidence.reason()).collect(Collectors.joining(" "));
    }

    double figure(String name) {
        return watch.progress().figures().getOrDefault(name, Double.NaN);
    }
}
