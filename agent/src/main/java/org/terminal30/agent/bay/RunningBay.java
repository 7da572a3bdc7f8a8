package org.terminal30.agent.bay;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.clock.BootLabels;
import org.terminal30.agent.clock.KernelClock;
import org.terminal30.agent.clock.ServerClock;
import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.DashboardConfig;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.outbox.Outbox;
import org.terminal30.agent.outbox.OutboxException;
import org.terminal30.agent.outbox.OutboxFile;
import org.terminal30.agent.outbox.OutboxLimits;
import org.terminal30.agent.uplink.OrderStream;
import org.terminal30.agent.uplink.Receiver;
import org.terminal30.agent.uplink.Uplink;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.signal.SignalPanel;
import org.terminal30.hardware.signal.SignalThread;

/**
 * A bay at work: its source, detection, alarms and job on one thread, its outbox and uplink on others. What is wired to what
 * stands here and nowhere else.
 */
public final class RunningBay implements AutoCloseable {
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(RunningBay.class);

    private final OutboxFile file;
    private final VoltageSource source;
    private final Journal journal;
    private final BayLoop loop;
    private final Thread thread;
    private final Optional<Link> link;
    private final Optional<SignalThread> signals;
    private volatile @Nullable RuntimeException failure;
    private boolean closed;

    /** The way to a receiver, while there is one. */
    private record Link(Receiver receiver, Uplink uplink, Optional<OrderStream> orders) {
        void close() {
            orders.ifPresent(OrderStream::close);
            uplink.close();
            receiver.close();
        }
    }

    private RunningBay(BayConfig config, VoltageSource source, PinHeader header, String version, NanoClock clock,
            InstantSource wall) {
        this.source = source;
        this.file = OutboxFile.open(config.state().resolve("outbox.sqlite"));
        ServerClock serverClock = new ServerClock(wall);
        BootLabels labels = BootLabels.begin(file.state(), clock, wall, new KernelClock(), serverClock);
        Outbox outbox = new Outbox(file, labels.boot(), labels.idPrefix(), OutboxLimits.DEFAULT, clock);
        this.journal = new Journal(outbox, config.dashboard().isEmpty());
        Optional<SignalPanel> panel = Optional.of(config.signals()).filter(lines -> !lines.isEmpty())
                .map(lines -> new SignalPanel(header, lines));
        Output output = new Output(config.backup().saver(), journal, outbox, panel);
        this.signals = panel.map(present -> new SignalThread(present, () -> pressed(present), clock));
        BayIdentity identity = new BayIdentity(config.id(), labels);
        Rehearsal.play(config, identity, clock.nanoTime());
        Bay bay = new Bay(identity, new BayProcedures(new BayWiring(source.channels()), config.backup().saver()),
                output);
        Detector detector = new Detector(Limits.of(config), source.channels(), bay);
        output.tells(detector);
        Upkeep upkeep = new Upkeep(labels, journal, outbox, bay);
        // Before anything has a label, if it can be: then none has to be moved.
        upkeep.settle();
        file.state().get(Snapshots.KEY).ifPresent(text -> bay.restore(text, clock.nanoTime()));
        Optional<Receiver> receiver = config.dashboard().map(dashboard -> new Receiver(dashboard, serverClock));
        Optional<Uplink> uplink = receiver.map(to -> new Uplink(outbox, to, serverClock, clock));
        StatusReport status = new StatusReport(config.id(), version, config.sourceDescription(), source, bay,
                journal, outbox, labels, this::signalTrouble);
        ChannelReport channels = new ChannelReport(config.id(), source.channels(), config.calibrations().history(),
                labels::labelNanos, outbox::status);
        this.loop = new BayLoop(source, detector, bay, clock, (now, lost, rates) -> {
            upkeep.turn();
            status.turn(now, lost, rates);
            channels.turn(now, rates);
        });
        this.link = receiver.map(to -> new Link(to, uplink.orElseThrow(),
                orders(config.dashboard().orElseThrow(), config.id().bay(), to, serverClock)));
        this.thread = Thread.ofPlatform().name("bay").daemon().unstarted(this::run);
    }

    private Optional<OrderStream> orders(DashboardConfig dashboard, String bay, Receiver receiver, ServerClock time) {
        return dashboard.orders()
                ? Optional.of(new OrderStream(receiver, bay, file.executedOrders(), time, loop::order))
                : Optional.empty();
    }

    private void pressed(SignalPanel panel) {
        loop.press(panel::done);
    }

    private @Nullable String signalTrouble() {
        return signals.isPresent() ? signals.get().trouble() : null;
    }

    /**
     * Starts a bay.
     *
     * @param source closed together with the bay
     * @param header where light, buzzer and button are wired to
     * @throws OutboxException when the state directory cannot be used
     */
    public static RunningBay start(BayConfig config, VoltageSource source, PinHeader header, String version,
            NanoClock clock, InstantSource wall) {
        RunningBay bay;
        try {
            bay = new RunningBay(config, source, header, version, clock, wall);
        } catch (OutboxException unusable) {
            source.close();
            throw unusable;
        }
        bay.journal.start();
        bay.signals.ifPresent(SignalThread::start);
        bay.link.ifPresent(link -> {
            link.uplink().start();
            link.orders().ifPresent(OrderStream::start);
        });
        bay.thread.start();
        LOG.info("bay {} measures with {}", config.id(), config.sourceDescription());
        return bay;
    }

    private void run() {
        try {
            loop.run();
        } catch (InterruptedException closing) {
            LOG.debug("the bay ends");
        } catch (RuntimeException unforeseen) {
            LOG.error("the bay has stopped", unforeseen);
            failure = unforeseen;
        }
    }

    /**
     * Returns when a recording has been played to its end, or the bay was closed.
     *
     * @throws IllegalStateException when the bay stopped because of a fault in it
     */
    public void awaitEnd() throws InterruptedException {
        thread.join();
        if (failure != null) {
            throw new IllegalStateException("the bay has stopped: " + failure, failure);
        }
    }

    /** Ends the sampling, puts everything that waits on disk, and sends what the receiver takes at once. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        loop.stop();
        try {
            thread.join(CLOSE_BOUND);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        // Lights go out first: nobody measures any more.
        signals.ifPresent(SignalThread::close);
        source.close();
        journal.close();
        link.ifPresent(Link::close);
        file.close();
    }

    /** Where the bay's records go. */
    private static final class Output extends DetectionOutput {
        private final Journal journal;
        private final Outbox outbox;
        private final Optional<SignalPanel> panel;

        Output(SaverProfile own, Journal journal, Outbox outbox, Optional<SignalPanel> panel) {
            super(own);
            this.journal = journal;
            this.outbox = outbox;
            this.panel = panel;
        }

        @Override
        public void records(List<WireRecord.Event> earlier, List<WireRecord> records, String snapshot) {
            journal.write(new Journal.Entry(earlier, records, snapshot));
        }

        @Override
        public void window(WireRecord.Window window) {
            outbox.window(window);
        }

        @Override
        public void captured(WireRecord.Waveform capture) {
            outbox.capture(capture);
        }

        @Override
        public void state(BaySignals.BayState state, long nowNanos) {
            panel.ifPresent(present -> present.show(BaySignals.of(state), nowNanos));
        }
    }
}
