package org.terminal30.agent.uplink;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.terminal30.agent.clock.ServerClock;
import org.terminal30.agent.config.DashboardConfig;
import org.terminal30.agent.outbox.Outbox;
import org.terminal30.agent.outbox.OutboxFile;
import org.terminal30.agent.outbox.OutboxLimits;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.Samples;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

/** An uplink with its outbox on a clock that runs with the machine's and can be put ahead. */
final class UplinkBench implements AutoCloseable {
    static final long LABEL = 1_763_683_200_000_000_000L;
    private static final BayId BAY = new BayId("main", "1");

    private final AtomicLong aheadNanos = new AtomicLong();
    final ServerClock serverClock = new ServerClock(Clock.systemUTC());
    final OutboxFile file;
    final Outbox outbox;
    final Receiver receiver;
    final Uplink uplink;

    UplinkBench(Path directory, URI url) {
        file = OutboxFile.open(directory.resolve("outbox.db"));
        outbox = new Outbox(file, 1, "k3f9a1-1", OutboxLimits.DEFAULT, this::nanoTime);
        receiver = new Receiver(new DashboardConfig(url, "t0ken", "terminal30", "garage", true), serverClock);
        uplink = new Uplink(outbox, receiver, serverClock, this::nanoTime);
    }

    private long nanoTime() {
        return System.nanoTime() + aheadNanos.get();
    }

    void pass(Duration duration) {
        aheadNanos.addAndGet(duration.toNanos());
    }

    UplinkBench released() {
        outbox.release(0, WireRecord.Clock.SYNCHRONISED, LABEL);
        return this;
    }

    UplinkBench started() {
        uplink.start();
        return this;
    }

    static WireRecord.Job job(int number) {
        return new WireRecord.Job(BAY, "j" + number, LABEL + number, 1, "watch", "running", "watch", LABEL, "17", null,
                null, null);
    }

    static WireRecord.Window window(int number) {
        return new WireRecord.Window(BAY, Channel.ONBOARD, LABEL + number * 100_000_000L, 12.5, 12.7, 1083.6, 86);
    }

    /** Half a second of samples at 860/s. */
    static WireRecord.Waveform capture(int number) {
        var block = new SampleBlock(Channel.ONBOARD, 430);
        for (int i = 0; i < 430; i++) {
            block.add(i * 1_162_791L, 12.6 + (i * 7 + number) % 13 * 1e-3);
        }
        return new WireRecord.Waveform(BAY, Channel.ONBOARD, LABEL + number * 500_000_000L, Samples.of(block),
                WireRecord.Clock.SYNCHRONISED);
    }

    /** Stores jobs in one go and returns their lines. */
    List<String> jobs(int first, int count) {
        List<WireRecord> jobs = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            jobs.add(job(i));
        }
        outbox.store(jobs);
        return jobs.stream().map(RecordCodec::line).toList();
    }

    @Override
    public void close() {
        uplink.close();
        receiver.close();
        file.close();
    }
}
