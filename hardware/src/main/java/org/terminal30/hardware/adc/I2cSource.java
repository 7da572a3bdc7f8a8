package org.terminal30.hardware.adc;

import java.util.List;
import java.util.stream.Collectors;

import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.SampleSink;
import org.terminal30.hardware.sample.VoltageSource;

/**
 * Chips on I²C that are polled in turn by one thread; their conversions overlap.
 *
 * <p>While some chips are lost the others are still sampled; a poll then delivers their samples and answers
 * {@link VoltageSource.Status.Lost}. A bus that is stuck holds each transfer until the kernel gives up; a poll then ends after the
 * first, and the other chips have their turn in the next.
 */
public abstract sealed class I2cSource implements VoltageSource permits Ads1115Source, InaSource, MixedI2cSource {
    /** Samples are gathered for so long before they are handed on: it adds to the latency, and saves work for each sample. */
    static final long GATHER_NANOS = 10_000_000;
    /** More conversions than fit into a gathering. */
    static final int BLOCK_CAPACITY = 64;
    private static final long IDLE_NANOS = 20_000_000;

    private final Lease lease;
    private final NanoClock clock;
    private final List<ChannelInfo> channels;
    private final List<? extends PolledChip> chips;
    private boolean closed;

    I2cSource(Lease lease, NanoClock clock, List<ChannelInfo> channels, List<? extends PolledChip> chips) {
        this.lease = lease;
        this.clock = clock;
        this.channels = List.copyOf(channels);
        this.chips = List.copyOf(chips);
    }

    @Override
    public final List<ChannelInfo> channels() {
        return channels;
    }

    @Override
    public final synchronized Status poll(SampleSink sink) throws InterruptedException {
        if (closed) {
            return allLost("the converters were closed");
        }
        long untilNanos = clock.nanoTime() + GATHER_NANOS;
        for (int round = 0; round < BLOCK_CAPACITY && clock.nanoTime() < untilNanos; round++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            start(untilNanos);
            if (chips.stream().noneMatch(PolledChip::isConverting)) {
                clock.pause(IDLE_NANOS);
                break;
            }
            chips.forEach(PolledChip::collect);
        }
        boolean delivered = handOut(sink);
        List<? extends PolledChip> silent = chips.stream().filter(chip -> chip.lostReason() != null).toList();
        if (!silent.isEmpty()) {
            return new Status.Lost(silent.stream().map(PolledChip::lostReason).collect(Collectors.joining("; ")),
                    silent.stream().flatMap(chip -> chip.blocks().stream()).map(SampleBlock::channel)
                            .collect(Collectors.toSet()));
        }
        return delivered ? Status.DELIVERED : Status.IDLE;
    }

    private void start(long untilNanos) {
        for (PolledChip chip : chips) {
            chip.start();
            if (clock.nanoTime() > untilNanos) {
                return;
            }
        }
    }

    private boolean handOut(SampleSink sink) {
        boolean delivered = false;
        for (PolledChip chip : chips) {
            for (SampleBlock block : chip.blocks()) {
                if (!block.isEmpty()) {
                    sink.accept(block);
                    block.clear();
                    delivered = true;
                }
            }
        }
        return delivered;
    }

    @Override
    public final synchronized Counters counters() {
        return chips.stream().map(PolledChip::counters).reduce(Counters.NONE, Counters::plus);
    }

    /** Waits for a poll under way, which takes some milliseconds, and gives back what the chips are connected to. */
    @Override
    public final synchronized void close() {
        closed = true;
        lease.close();
    }
}
