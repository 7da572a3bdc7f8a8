package org.terminal30.agent.outbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.Samples;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Clock;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

/** An outbox on a clock that the test turns, and records to put in. */
final class OutboxBench implements AutoCloseable {
    static final long MILLIS = 1_000_000;
    static final long LABEL = 1_763_683_200_000_000_000L;
    static final BayId BAY = new BayId("main", "1");

    final AtomicLong nanos = new AtomicLong(5_000_000_000L);
    final OutboxFile file;
    final Outbox outbox;

    OutboxBench(Path path, OutboxLimits limits, long boot) {
        file = OutboxFile.open(path);
        outbox = new Outbox(file, boot, "k3f9a1-" + boot, limits, nanos::get);
    }

    /** An outbox with the default limits from which everything may leave. */
    static OutboxBench released(Path path) {
        return released(path, OutboxLimits.DEFAULT);
    }

    static OutboxBench released(Path path, OutboxLimits limits) {
        var bench = new OutboxBench(path, limits, 12);
        bench.outbox.release(0, Clock.SYNCHRONISED, LABEL);
        return bench;
    }

    static WireRecord.Job job(int number) {
        return new WireRecord.Job(BAY, "j" + number, LABEL + number * MILLIS, 1, "watch", "running", "watch",
                LABEL, "17", null, null, null);
    }

    static WireRecord.Window window(int number) {
        return new WireRecord.Window(BAY, Channel.ONBOARD, LABEL + number * 100L * MILLIS, 12.5, 12.7, 1083.6, 86);
    }

    /** Half a second of samples at 860/s. */
    static WireRecord.Waveform capture(int number) {
        var block = new SampleBlock(Channel.ONBOARD, 430);
        for (int i = 0; i < 430; i++) {
            block.add(i * 1_162_791L, 12.6 + (i * 7 + number) % 13 * 1e-3);
        }
        return new WireRecord.Waveform(BAY, Channel.ONBOARD, LABEL + number * 500_000_000L, Samples.of(block),
                Clock.SYNCHRONISED);
    }

    void passMillis(long millis) {
        nanos.addAndGet(millis * MILLIS);
    }

    /** Puts in windows that are on disk at once, as if a second had passed without a receiver. */
    void backlog(int first, int count) {
        for (int i = first; i < first + count; i++) {
            outbox.window(window(i));
        }
        outbox.flush();
    }

    /** Takes and acknowledges until nothing comes any more; time passes in between, so that the backlog may leave. */
    List<String> drain() {
        List<String> lines = new ArrayList<>();
        Batch batch = outbox.take();
        while (!batch.isEmpty()) {
            lines.addAll(batch.lines());
            outbox.acknowledged(batch.items());
            passMillis(1000);
            batch = outbox.take();
        }
        return lines;
    }

    long number(String sql) {
        return file.transaction(() -> file.number(sql));
    }

    @Override
    public void close() {
        file.close();
    }
}
