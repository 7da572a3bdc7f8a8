package org.terminal30.agent.analyse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.terminal30.agent.battery.BatteryAnalysis;
import org.terminal30.agent.battery.BatteryProfile;
import org.terminal30.agent.detect.DetectionListener;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.DetectorConfig;
import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.trace.Trace;
import org.terminal30.hardware.trace.TraceException;
import org.terminal30.hardware.trace.TraceReader;
import org.terminal30.hardware.trace.TraceSurvey;

/**
 * Runs the detection over a recording, row by row. The recording is read twice, since its median intervals have to be known
 * before; nothing but the records and the gaps is kept in memory.
 */
final class TraceAnalyser {
    private static final long NO_SAMPLE_YET = Long.MIN_VALUE;

    private final Records records;
    private final Detector detector;
    private final GapFinder gaps;
    private final List<SampleBlock> samples;
    private final Trace trace;
    private final TraceSurvey survey;
    private long firstNanos = NO_SAMPLE_YET;
    private long lastNanos;

    private TraceAnalyser(Trace trace) throws TraceException {
        this.trace = trace;
        survey = trace.survey();
        List<ChannelInfo> channels = survey.channels();
        records = new Records(channels);
        detector = new Detector(DetectorConfig.DEFAULT, channels, records);
        // A recording is of one vehicle from end to end: however long its network is dead, that is an interruption.
        detector.duty(Duty.JOB);
        gaps = new GapFinder(0, channels.stream().mapToLong(ChannelInfo::nominalIntervalNanos).toArray());
        samples = channels.stream().map(info -> new SampleBlock(info.channel(), 1)).toList();
    }

    /**
     * Analyses a recording from its first sample to its last.
     *
     * @throws TraceException when it cannot be read to its end
     */
    static Analysis analyse(Trace trace) throws TraceException {
        TraceAnalyser analyser = new TraceAnalyser(trace);
        try (TraceReader reader = trace.open()) {
            while (reader.next()) {
                analyser.row(reader);
            }
        }
        return analyser.finish();
    }

    private void row(TraceReader reader) {
        for (int channel = 0; channel < samples.size(); channel++) {
            if (!Double.isNaN(reader.value(channel))) {
                sample(channel, reader.nanos(), reader.value(channel));
            }
        }
        if (firstNanos != NO_SAMPLE_YET) {
            // A channel may be silent while the others go on.
            detector.advanceTo(reader.nanos() - firstNanos);
        }
    }

    private void sample(int channel, long nanos, double value) {
        if (firstNanos == NO_SAMPLE_YET) {
            firstNanos = nanos;
        }
        lastNanos = nanos - firstNanos;
        gaps.sampleAt(channel, lastNanos);
        SampleBlock block = samples.get(channel);
        block.add(lastNanos, value);
        detector.accept(block);
        records.sample(block.channel(), lastNanos, value);
        block.clear();
    }

    private Analysis finish() {
        detector.finish();
        String name = Objects.toString(trace.file().getFileName(), "");
        Recording recording = new Recording(name, survey.rows(), survey.channels(), lastNanos, survey.facts());
        return new Analysis(recording, records.inOrder(), gaps.finish(lastNanos), records.verdicts());
    }

    /** Keeps the newest state of each record, and lets the battery be judged where it was measured. */
    private static final class Records implements DetectionListener {
        private static final List<Channel> TELL_OF_THE_BATTERY = List.of(Channel.ONBOARD, Channel.BATTERY);

        private final Map<Long, SupplyEvent> newest = new LinkedHashMap<>();
        private final Optional<ChannelInfo> judged;
        private final BatteryAnalysis battery;

        private Records(List<ChannelInfo> channels) {
            judged = TELL_OF_THE_BATTERY.stream()
                    .flatMap(wanted -> channels.stream().filter(info -> info.channel() == wanted)).findFirst();
            battery = new BatteryAnalysis(BatteryProfile.UNKNOWN,
                    judged.map(ChannelInfo::nominalRateHertz).orElse(1.0));
        }

        @Override
        public void window(Channel channel, long startNanos, double minimum, double maximum, double sum, long count) {
            if (isJudged(channel)) {
                battery.window(startNanos, minimum, maximum, sum, count);
            }
        }

        @Override
        public void event(SupplyEvent event) {
            newest.put(event.sequence(), event);
            if (isJudged(event.channel())) {
                battery.event(event);
            }
        }

        @Override
        public void captured(SampleBlock samples) {
            // The whole recording is at hand.
        }

        @Override
        public void vehicle(boolean connected, long atNanos) {
            // The records tell when there was none.
        }

        void sample(Channel channel, long nanos, double value) {
            if (isJudged(channel)) {
                battery.sample(nanos, value);
            }
        }

        private boolean isJudged(Channel channel) {
            return judged.isPresent() && judged.get().channel() == channel;
        }

        List<Verdict> verdicts() {
            return judged.isEmpty() ? List.of() : battery.finish().stream().map(Verdict::of).toList();
        }

        List<SupplyEvent> inOrder() {
            List<SupplyEvent> ordered = new ArrayList<>(newest.values());
            ordered.sort(Comparator.comparingLong(SupplyEvent::startNanos)
                    .thenComparing(Comparator.comparingLong(SupplyEvent::durationNanos).reversed())
                    .thenComparingInt(this::depth).thenComparingLong(SupplyEvent::sequence));
            return ordered;
        }

        /** In how many others a record lies: a steep fall crosses several thresholds at the same moment. */
        private int depth(SupplyEvent event) {
            SupplyEvent parent = newest.get(event.parent());
            return parent == null ? 0 : 1 + depth(parent);
        }
    }
}
