package org.terminal30.dashboard.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.DetectionListener;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.DetectorConfig;
import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.Samples;
import org.terminal30.agent.wire.WindowLimits;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.History;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.trace.Trace;
import org.terminal30.hardware.trace.TraceException;
import org.terminal30.hardware.trace.TraceReader;

/** The detection of a bay over a recording; what it finds goes into the history, with the times of the recording. */
final class Detection implements DetectionListener {
    private static final int WINDOWS_AT_ONCE = 5_000;
    private static final long NO_SAMPLE_YET = Long.MIN_VALUE;

    private final BayId bay;
    private final String job;
    private final long startNanos;
    private final History history;
    private final Detector detector;
    private final List<SampleBlock> samples;
    private final List<WireRecord.Window> windows = new ArrayList<>();
    private final List<WireRecord.Waveform> waveforms = new ArrayList<>();
    private final Map<Long, SupplyEvent> newest = new LinkedHashMap<>();
    private long firstNanos = NO_SAMPLE_YET;
    private long stored;

    /** {@code startNanos}: label of the first row. */
    Detection(BayId bay, String job, long startNanos, List<ChannelInfo> channels, History history) {
        this.bay = bay;
        this.job = job;
        this.startNanos = startNanos;
        this.history = history;
        this.detector = new Detector(DetectorConfig.DEFAULT, channels, this);
        // A recording is of one vehicle from end to end.
        detector.duty(Duty.JOB);
        this.samples = channels.stream().map(info -> new SampleBlock(info.channel(), 1)).toList();
    }

    void run(Trace trace) throws TraceException {
        try (TraceReader reader = trace.open()) {
            while (reader.next()) {
                row(reader);
                if (windows.size() + waveforms.size() >= WINDOWS_AT_ONCE) {
                    store(List.of());
                }
            }
        }
        detector.finish();
        store(newest.values().stream().map(this::record).toList());
    }

    private void row(TraceReader reader) {
        for (int channel = 0; channel < samples.size(); channel++) {
            if (!Double.isNaN(reader.value(channel))) {
                firstNanos = firstNanos == NO_SAMPLE_YET ? reader.nanos() : firstNanos;
                SampleBlock block = samples.get(channel);
                block.add(reader.nanos(), reader.value(channel));
                detector.accept(block);
                block.clear();
            }
        }
        if (firstNanos != NO_SAMPLE_YET) {
            detector.advanceTo(reader.nanos());
        }
    }

    private void store(List<WireRecord.Event> events) {
        history.store(windows, events, waveforms);
        stored += windows.size();
        windows.clear();
        waveforms.clear();
    }

    long windows() {
        return stored;
    }

    long events() {
        return newest.size();
    }

    @Override
    public void window(Channel channel, long start, double minimum, double maximum, double sum, long count) {
        windows.add(new WireRecord.Window(bay, channel, startNanos + start, WindowLimits.rounded(minimum),
                WindowLimits.rounded(maximum), WindowLimits.rounded(sum), count));
    }

    @Override
    public void event(SupplyEvent event) {
        newest.put(event.sequence(), event);
    }

    @Override
    public void captured(SampleBlock captured) {
        for (int from = 0; from < captured.size(); from += Samples.MAX_COUNT) {
            SampleBlock part = new SampleBlock(captured.channel(), Samples.MAX_COUNT);
            for (int i = from; i < Math.min(captured.size(), from + Samples.MAX_COUNT); i++) {
                part.add(captured.nanosAt(i), captured.valueAt(i));
            }
            waveforms.add(new WireRecord.Waveform(bay, captured.channel(), startNanos + part.nanosAt(0), Samples.of(
                    part), WireRecord.Clock.UNSURE));
        }
    }

    @Override
    public void vehicle(boolean connected, long atNanos) {
        // The records tell when there was none.
    }

    /** The clock of whoever recorded it is nobody's to vouch for. */
    private WireRecord.Event record(SupplyEvent event) {
        return new WireRecord.Event(bay, event.channel(), event.kind(), id(event.sequence()), startNanos + event
                .startNanos(), event.revision(), false, event.durationNanos(), value(event.minimum()),
                value(event.maximum()), event.saturated(), event.parent() == 0 ? null : id(event.parent()),
                event.reason(), job, WireRecord.Clock.UNSURE, event.detail());
    }

    private String id(long sequence) {
        return "%s-%d".formatted(job, sequence);
    }

    private static @Nullable Double value(double volts) {
        return Double.isNaN(volts) ? null : volts;
    }
}
