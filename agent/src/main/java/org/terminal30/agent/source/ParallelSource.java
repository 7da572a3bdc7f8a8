package org.terminal30.agent.source;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleSink;
import org.terminal30.hardware.sample.VoltageSource;

/**
 * Several front-ends as one. Each is polled by a thread of its own, so that a slow meter never holds up a fast chip; what they
 * deliver is handed on by the thread that polls this source.
 */
public final class ParallelSource implements VoltageSource {
    /** Blocks on their way from all threads: two seconds of four channels that are gathered for 10 ms, and some. */
    private static final int QUEUED = 1_024;
    /** Handed on by one poll at most, so that orders and the passing of time have their turn. */
    private static final int BLOCKS_A_POLL = 256;
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(ParallelSource.class);

    private final List<VoltageSource> sources;
    private final List<PollingThread> threads;
    private final BlockingQueue<PollingThread.Delivery> queue = new ArrayBlockingQueue<>(QUEUED);
    private boolean started;

    /** @param sources at least two, no channel in more than one; closed together with this */
    public ParallelSource(List<VoltageSource> sources) {
        this.sources = List.copyOf(sources);
        this.threads = sources.stream().map(source -> new PollingThread(source, queue)).toList();
    }

    /** The channels of the sources, one source after the other. */
    @Override
    public List<ChannelInfo> channels() {
        return sources.stream().flatMap(source -> source.channels().stream()).toList();
    }

    /**
     * As {@link VoltageSource#poll}.
     *
     * @throws IllegalStateException when a source failed in a way that it should not
     */
    @Override
    public Status poll(SampleSink sink) throws InterruptedException {
        if (!started) {
            started = true;
            threads.forEach(PollingThread::start);
        }
        boolean delivered = false;
        PollingThread.Delivery delivery = queue.poll(POLL_BOUND_MILLIS, TimeUnit.MILLISECONDS);
        for (int i = 0; delivery != null && i < BLOCKS_A_POLL; i++) {
            delivered |= delivery.handOn(sink);
            delivery = i + 1 < BLOCKS_A_POLL ? queue.poll() : null;
        }
        return status(delivered);
    }

    private Status status(boolean delivered) {
        List<Status> now = threads.stream().map(PollingThread::status).toList();
        List<Status.Lost> lost = now.stream().filter(Status.Lost.class::isInstance).map(Status.Lost.class::cast)
                .toList();
        if (!lost.isEmpty()) {
            Set<Channel> channels = lost.stream().flatMap(one -> one.channels().stream()).collect(Collectors.toSet());
            return new Status.Lost(lost.stream().map(Status.Lost::reason).collect(Collectors.joining("; ")), channels);
        }
        if (delivered) {
            return Status.DELIVERED;
        }
        return now.stream().allMatch(Status.ENDED::equals) && queue.isEmpty() ? Status.ENDED : Status.IDLE;
    }

    @Override
    public Counters counters() {
        return sources.stream().map(VoltageSource::counters).reduce(Counters.NONE, Counters::plus);
    }

    @Override
    public void close() {
        threads.forEach(PollingThread::stop);
        sources.forEach(VoltageSource::close);
        for (PollingThread thread : threads) {
            if (!thread.join(CLOSE_BOUND)) {
                LOG.warn("{} did not end within {}", thread, CLOSE_BOUND);
            }
        }
    }
}
