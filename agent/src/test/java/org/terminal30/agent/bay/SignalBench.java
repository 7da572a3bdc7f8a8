package org.terminal30.agent.bay;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.DetectorConfig;
import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.wire.Order;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.SampleSink;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.signal.SignalLines;
import org.terminal30.hardware.signal.SignalLines.Line;
import org.terminal30.hardware.signal.SignalPanel;
import org.terminal30.hardware.simulated.SimulatedGpio;

/**
 * A watched car, from the samples to the GPIO lines, in virtual time: the bay's own loop polls 10 ms of samples, 1000 a second, and
 * the panel is turned once between two polls, a tick late, as its thread would at the worst.
 */
final class SignalBench implements AutoCloseable {
    static final int GREEN = 5;
    static final int AMBER = 6;
    static final int RED = 13;
    static final int BUZZER = 19;
    static final int BUTTON = 26;
    private static final long MILLI = 1_000_000L;
    private static final int GATHERED = 10;

    final SimulatedGpio gpio = new SimulatedGpio();
    final BayBench bench;
    double volts = 12.7;
    private final SignalPanel panel = new SignalPanel(gpio.header(),
            new SignalLines(new Line(GREEN, false), new Line(AMBER, false), new Line(RED, false),
                    new Line(BUZZER, false), new Line(BUTTON, true)));
    private final BayLoop loop;

    SignalBench(Path directory) {
        bench = new BayBench(directory, 1_000_000 * MILLI, Instant.parse("2026-03-01T08:00:00Z"));
        var source = new Car();
        var detector = new Detector(DetectorConfig.DEFAULT, source.channels(), bench.bay);
        detector.duty(Duty.JOB);
        loop = new BayLoop(source, detector, bench.bay, bench.nanos::get, (now, lost, rate) -> show(now));
        bench.order(new Order.StartJob(BayBench.header("o-1", 0), "watch", "17"));
    }

    private void show(long nowNanos) {
        panel.show(BaySignals.of(Objects.requireNonNull(bench.output.state)), nowNanos);
    }

    String trouble() {
        return String.valueOf(panel.trouble());
    }

    long nowMillis() {
        return bench.nanos.get() / MILLI;
    }

    /** Lets the loop run for a time, in steps of 10 ms. */
    void pass(long millis) throws InterruptedException {
        for (long end = nowMillis() + millis; nowMillis() < end;) {
            loop.turn();
        }
    }

    @Override
    public void close() {
        bench.close();
    }

    private final class Car implements VoltageSource {
        private final SampleBlock block = new SampleBlock(Channel.ONBOARD, GATHERED);

        @Override
        public List<ChannelInfo> channels() {
            return List.of(new ChannelInfo(Channel.ONBOARD, 1_000, "bench", ChannelInfo.Timing.HOST));
        }

        @Override
        public Status poll(SampleSink sink) {
            if (panel.turn(bench.nanos.get())) {
                loop.press(panel::done);
            }
            for (int i = 0; i < GATHERED; i++) {
                block.add(bench.nanos.addAndGet(MILLI), volts);
            }
            sink.accept(block);
            block.clear();
            return Status.DELIVERED;
        }

        @Override
        public Counters counters() {
            return Counters.NONE;
        }

        @Override
        public void close() {
            block.clear();
        }
    }
}
