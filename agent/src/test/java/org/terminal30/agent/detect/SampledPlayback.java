package org.terminal30.agent.detect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.waveform.FrontEnd;
import org.terminal30.hardware.waveform.FrontEnd.Conversion;
import org.terminal30.hardware.waveform.FrontEnds;
import org.terminal30.hardware.waveform.SampledWaveform;
import org.terminal30.hardware.waveform.Waveform;

import static org.assertj.core.api.Assertions.assertThat;

/** Plays a waveform through a front-end into a detector and keeps the records alone, so that it may be long and fast. */
final class SampledPlayback implements DetectionListener {
    private static final int BLOCK = 1024;

    private final Map<Long, SupplyEvent> newest = new LinkedHashMap<>();

    /** The whole waveform from an own time 0, in a phase that the seed decides. */
    static SampledPlayback of(Waveform waveform, FrontEnd frontEnd, Duty duty, long seed) {
        return of(new SampledWaveform(waveform, frontEnd, seed), frontEnd, duty);
    }

    static SampledPlayback of(SampledWaveform samples, FrontEnd frontEnd, Duty duty) {
        var playback = new SampledPlayback();
        var detector = new Detector(DetectorConfig.DEFAULT, List.of(new ChannelInfo(Channel.ONBOARD,
                frontEnd.timing().rateHertz(), frontEnd.name(), ChannelInfo.Timing.DEVICE)), playback);
        detector.duty(duty);
        var block = new SampleBlock(Channel.ONBOARD, BLOCK);
        while (samples.fill(block)) {
            detector.accept(block);
        }
        detector.finish();
        return playback;
    }

    /** A converter without noise, filter or steps worth the name, that takes points. */
    static FrontEnd ideal(double rateHertz) {
        return FrontEnds.INA228.withNoise(0).with(Conversion.POINT).at(rateHertz);
    }

    /** The newest state of each record, in the order in which they began to exist. */
    List<SupplyEvent> records() {
        return List.copyOf(newest.values());
    }

    List<SupplyEvent> records(EventKind kind) {
        return newest.values().stream().filter(event -> event.kind() == kind).toList();
    }

    SupplyEvent only(EventKind kind) {
        List<SupplyEvent> found = records(kind);
        assertThat(found).as("records of %s among %s", kind, newest.values()).hasSize(1);
        return found.getFirst();
    }

    @Override
    public void event(SupplyEvent event) {
        newest.put(event.sequence(), event);
    }

    @Override
    public void window(Channel channel, long startNanos, double minimum, double maximum, double sum, long count) {
        // Only records are looked at.
    }

    @Override
    public void captured(SampleBlock samples) {
        // Only records are looked at.
    }

    @Override
    public void vehicle(boolean connected, long atNanos) {
        // Only records are looked at.
    }
}
