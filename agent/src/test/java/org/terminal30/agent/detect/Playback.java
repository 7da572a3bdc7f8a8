package org.terminal30.agent.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;

import static org.assertj.core.api.Assertions.assertThat;

/** Plays synthetic voltages through a detector and keeps what it tells. Times in seconds; a job runs unless said otherwise. */
final class Playback implements DetectionListener {
    private static final int BLOCK = 64;

    private final double rateHertz;
    private final Detector detector;
    private final Map<Long, SupplyEvent> newest = new LinkedHashMap<>();
    private final List<SupplyEvent> told = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final List<Vehicle> vehicles = new ArrayList<>();
    private final List<Captured> captured = new ArrayList<>();
    private long shiftNanos;

    record Window(Channel channel, long startNanos, double minimum, double maximum, double sum, long count) {}

    record Captured(Channel channel, double atSeconds, double value) {}

    record Vehicle(boolean connected, double atSeconds) {}

    Playback(DetectorConfig config, double rateHertz, Channel... channels) {
        this(config, Arrays.stream(channels)
                .map(channel -> new ChannelInfo(channel, rateHertz, "synthetic " + channel, ChannelInfo.Timing.DEVICE))
                .toList());
    }

    private Playback(DetectorConfig config, List<ChannelInfo> channels) {
        this.rateHertz = channels.getFirst().nominalRateHertz();
        this.detector = new Detector(config, channels, this);
        detector.duty(Duty.JOB);
    }

    /** The on-board network at the usual rate. */
    static Playback onboard() {
        return at(860);
    }

    static Playback at(double rateHertz) {
        return new Playback(DetectorConfig.DEFAULT, rateHertz, Channel.ONBOARD);
    }

    /** The on-board network behind a converter that ends at this voltage. */
    static Playback withRail(double railVolts) {
        return new Playback(DetectorConfig.DEFAULT,
                List.of(new ChannelInfo(Channel.ONBOARD, 860, "synthetic", ChannelInfo.Timing.DEVICE, railVolts,
                        CalibrationState.UNCALIBRATED)));
    }

    /** Channels of instruments that were never calibrated, and are wrong by more than the thresholds are apart. */
    static Playback coarse(double rateHertz, Channel... channels) {
        return new Playback(DetectorConfig.DEFAULT, Arrays.stream(channels).map(channel -> new ChannelInfo(channel,
                rateHertz, "coarse " + channel, ChannelInfo.Timing.HOST, Double.POSITIVE_INFINITY,
                CalibrationState.COARSE)).toList());
    }

    /** The on-board network, every fall taken for what it is. */
    static Playback withoutStarts(double rateHertz) {
        return new Playback(DetectorConfig.DEFAULT.withStart(StartLimits.DEFAULT.off()), rateHertz, Channel.ONBOARD);
    }

    /** Channels that share a converter. */
    static Playback onOneChip(Channel... channels) {
        return new Playback(DetectorConfig.DEFAULT, Arrays.stream(channels)
                .map(channel -> new ChannelInfo(channel, 860, "chip", ChannelInfo.Timing.DEVICE)).toList());
    }

    static Playback of(Channel... channels) {
        return new Playback(DetectorConfig.DEFAULT, 860, channels);
    }

    Playback withoutJob() {
        detector.duty(Duty.NO_JOB);
        return this;
    }

    /** Moves all times by as much, before anything is played. */
    Playback shifted(long nanos) {
        shiftNanos = nanos;
        return this;
    }

    Detector detector() {
        return detector;
    }

    /** The samples of one channel from a time, inclusive, to another, exclusive; NaN is a missing sample. */
    Playback play(Channel channel, double fromSeconds, double toSeconds, int blockSize, DoubleUnaryOperator volts) {
        return play(channel, rateHertz, fromSeconds, toSeconds, blockSize, volts);
    }

    /** At another rate than the source said. */
    Playback playAt(double actualHertz, double fromSeconds, double toSeconds, DoubleUnaryOperator volts) {
        return play(Channel.ONBOARD, actualHertz, fromSeconds, toSeconds, BLOCK, volts);
    }

    private Playback play(Channel channel, double hertz, double fromSeconds, double toSeconds, int blockSize,
            DoubleUnaryOperator volts) {
        SampleBlock block = new SampleBlock(channel, blockSize);
        for (long i = (long) Math.ceil(fromSeconds * hertz - 1e-6); i < toSeconds * hertz - 1e-6; i++) {
            double value = volts.applyAsDouble(i / hertz);
            if (!Double.isNaN(value)) {
                block.add(shiftNanos + Math.round(i * 1e9 / hertz), value);
            }
            if (block.isFull()) {
                detector.accept(block);
                block.clear();
            }
        }
        detector.accept(block);
        return this;
    }

    Playback play(double fromSeconds, double toSeconds, DoubleUnaryOperator volts) {
        return play(Channel.ONBOARD, fromSeconds, toSeconds, BLOCK, volts);
    }

    Playback play(double fromSeconds, double toSeconds, double volts) {
        return play(fromSeconds, toSeconds, t -> volts);
    }

    /** So many samples of the on-board network were lost right before the one at this time. */
    Playback playAfterLoss(long lost, double atSeconds, double volts) {
        SampleBlock block = new SampleBlock(Channel.ONBOARD, 1);
        block.followsLoss(lost);
        block.add(shiftNanos + Math.round(atSeconds * 1e9), volts);
        detector.accept(block);
        return this;
    }

    Playback finish() {
        detector.finish();
        return this;
    }

    Playback advanceTo(double seconds) {
        detector.advanceTo(shiftNanos + Math.round(seconds * 1e9));
        return this;
    }

    /** The newest state of each record, in the order in which they began to exist. */
    List<SupplyEvent> records() {
        return List.copyOf(newest.values());
    }

    List<SupplyEvent> records(EventKind kind) {
        return newest.values().stream().filter(event -> event.kind() == kind).toList();
    }

    List<EventKind> kinds() {
        return newest.values().stream().map(SupplyEvent::kind).toList();
    }

    SupplyEvent only(EventKind kind) {
        List<SupplyEvent> found = records(kind);
        assertThat(found).as("records of %s among %s", kind, newest.values()).hasSize(1);
        return found.getFirst();
    }

    /** Everything that was told, revision by revision. */
    List<SupplyEvent> told() {
        return told;
    }

    List<Window> windows() {
        return windows;
    }

    List<Captured> captured() {
        return captured;
    }

    List<Vehicle> vehicles() {
        return vehicles;
    }

    double startSeconds(SupplyEvent event) {
        return (event.startNanos() - shiftNanos) / 1e9;
    }

    double endSeconds(SupplyEvent event) {
        return (event.endNanos() - shiftNanos) / 1e9;
    }

    @Override
    public void window(Channel channel, long startNanos, double minimum, double maximum, double sum, long count) {
        windows.add(new Window(channel, startNanos, minimum, maximum, sum, count));
    }

    @Override
    public void event(SupplyEvent event) {
        SupplyEvent before = newest.put(event.sequence(), event);
        assertThat(event.revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
        told.add(event);
    }

    @Override
    public void captured(SampleBlock samples) {
        for (int i = 0; i < samples.size(); i++) {
            captured.add(new Captured(samples.channel(), (samples.nanosAt(i) - shiftNanos) / 1e9, samples.valueAt(i)));
        }
    }

    @Override
    public void vehicle(boolean connected, long atNanos) {
        vehicles.add(new Vehicle(connected, (atNanos - shiftNanos) / 1e9));
    }
}
