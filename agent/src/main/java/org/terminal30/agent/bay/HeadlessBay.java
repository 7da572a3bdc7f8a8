package org.terminal30.agent.bay;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.terminal30.agent.clock.BootLabels;
import org.terminal30.agent.clock.ServerClock;
import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.outbox.StateStore;
import org.terminal30.agent.wire.Order;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.VoltageSource;

/**
 * One boot of a bay without threads and network: source, detection, alarms and job happen in the turns of whoever runs it, on any
 * clock, and what it would send goes to a receiver at once. Its labels begin at {@link #FIRST_LABEL} when the clock is at 0.
 */
public final class HeadlessBay {
    /** Where the labels of a clock begin that has no date. */
    public static final Instant FIRST_LABEL = Instant.EPOCH;

    private final NanoClock clock;
    private final Bay bay;
    private final BayLoop loop;
    private final Detector detector;
    private String snapshot = "";

    /**
     * Boots.
     *
     * @param state counts the boots
     * @param left what an earlier boot left, empty for the first
     * @param records gets every record but the bay's own status
     */
    public HeadlessBay(BayConfig config, VoltageSource source, NanoClock clock, StateStore state, String left,
            Consumer<WireRecord> records) {
        this.clock = clock;
        ServerClock wall = new ServerClock(() -> FIRST_LABEL);
        BootLabels labels = BootLabels.begin(state, clock, () -> FIRST_LABEL.plusNanos(clock.nanoTime()), () -> true,
                wall);
        labels.settle();
        var output = new Output(config.backup().saver(), records);
        this.bay = new Bay(new BayIdentity(config.id(), labels),
                new BayProcedures(new BayWiring(source.channels()), config.backup().saver()), output);
        this.detector = new Detector(Limits.of(config), source.channels(), bay);
        output.tells(detector);
        if (!left.isEmpty()) {
            bay.restore(left, clock.nanoTime());
        }
        this.loop = new BayLoop(source, detector, bay, clock, (now, lost, rates) -> {});
    }

    /** One poll of the source and what follows from it; true when there will be no more. */
    public boolean turn() throws InterruptedException {
        return loop.turn();
    }

    /** Carries out an order, now. */
    public void order(Order order) {
        bay.order(order, clock.nanoTime());
    }

    /** The button at the bay is pressed. */
    public void acknowledge() {
        bay.acknowledgeAll(clock.nanoTime(), clock.nanoTime());
    }

    /** What the next boot continues from when the power fails now. */
    public String snapshot() {
        return snapshot;
    }

    /** What is open is told as it stands. */
    public void finish() {
        detector.finish();
    }

    private final class Output extends DetectionOutput {
        private final Consumer<WireRecord> receiver;

        Output(SaverProfile own, Consumer<WireRecord> receiver) {
            super(own);
            this.receiver = receiver;
        }

        @Override
        public void records(List<WireRecord.Event> earlier, List<WireRecord> records, String text) {
            snapshot = text;
            earlier.forEach(receiver);
            records.forEach(receiver);
        }

        @Override
        public void window(WireRecord.Window window) {
            receiver.accept(window);
        }

        @Override
        public void captured(WireRecord.Waveform capture) {
            receiver.accept(capture);
        }

        @Override
        public void state(BaySignals.BayState state, long nowNanos) {
            // There is no light to switch.
        }
    }
}
