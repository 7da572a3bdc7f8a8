package org.terminal30.agent.bay;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.clock.BootLabels;
import org.terminal30.agent.clock.ServerClock;
import org.terminal30.agent.config.BackupConfig;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.Procedures;
import org.terminal30.agent.outbox.OutboxFile;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.Order;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;

/** One boot of a bay without threads: its clock is turned by the test, what it hands out is recorded. */
final class BayBench implements AutoCloseable {
    static final long SECOND = 1_000_000_000L;

    final AtomicLong nanos;
    final RecordedOutput output = new RecordedOutput();
    final BootLabels labels;
    final Bay bay;
    private final OutboxFile file;

    /** Boots on a monotonic clock that begins anew, at a time of day; the clock is trusted from the start. */
    BayBench(Path directory, long startNanos, Instant wall) {
        this(directory, startNanos, wall, true);
    }

    BayBench(Path directory, long startNanos, Instant wall, boolean synchronised) {
        nanos = new AtomicLong(startNanos);
        file = OutboxFile.open(directory.resolve("outbox.sqlite"));
        labels = BootLabels.begin(file.state(), nanos::get, () -> wall.plusNanos(nanos.get() - startNanos),
                () -> synchronised, new ServerClock(() -> wall));
        labels.settle();
        bay = new Bay(new BayIdentity(new BayId("main", "1"), labels), procedures(), output);
    }

    /** What a bay with one fast channel can do. */
    static Procedures procedures() {
        var onboard = new ChannelInfo(Channel.ONBOARD, 860, "chip", Timing.DEVICE);
        return new BayProcedures(new BayWiring(List.of(onboard)), BackupConfig.DEFAULT.saver());
    }

    void event(int sequence, int revision, EventKind kind, long startNanos, long endNanos, boolean open) {
        event(sequence, revision, kind, startNanos, endNanos, open, null);
    }

    void event(int sequence, int revision, EventKind kind, long startNanos, long endNanos, boolean open,
            @Nullable RecordDetail detail) {
        bay.event(new SupplyEvent(sequence, revision, kind, Channel.ONBOARD, startNanos, endNanos, open, 0.25, 4.5,
                false, 0, null, detail));
    }

    void passSeconds(double seconds) {
        bay.advanceTo(nanos.addAndGet((long) (seconds * SECOND)));
    }

    void order(Order order) {
        bay.order(order, nanos.get());
    }

    static Order.Header header(String id, int revision) {
        return header(id, revision, "Anna");
    }

    static Order.Header header(String id, int revision, @Nullable String who) {
        return new Order.Header(id, revision, Instant.MAX, who);
    }

    @Override
    public void close() {
        file.close();
    }
}
