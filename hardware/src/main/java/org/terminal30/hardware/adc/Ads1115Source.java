package org.terminal30.hardware.adc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;

import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.SampleSink;
import org.terminal30.hardware.sample.VoltageSource;

/**
 * Channels on one or several ADS1115. The channels of one chip share its {@value Ads1115#RATE_HERTZ} conversions a second; the
 * conversions of different chips overlap, so a channel that has a chip to itself has its whole rate.
 *
 * <p>While some chips are lost the others are still sampled; a poll then delivers their samples and answers
 * {@link VoltageSource.Status.Lost}.
 */
public final class Ads1115Source implements VoltageSource {
    /** Samples are gathered for so long before they are handed on: it adds to the latency, and saves work for each sample. */
    static final long GATHER_NANOS = 10_000_000;
    /** More conversions than fit into a gathering. */
    private static final int BLOCK_CAPACITY = 64;
    private static final long IDLE_NANOS = 20_000_000;

    private final Context context;
    private final NanoClock clock;
    private final List<ChannelInfo> channels;
    private final List<Ads1115Chip> chips;
    private boolean closed;

    /**
     * @param context gives the I²C buses; owned by this source, shut down when it is closed
     * @param inputs the channels, each named once and each on a pin of its own
     */
    public Ads1115Source(Context context, List<Ads1115Input> inputs, NanoClock clock) {
        requireDistinct(inputs);
        this.context = context;
        this.clock = clock;
        Map<String, List<Ads1115Input>> byDevice = inputs.stream()
                .collect(Collectors.groupingBy(Ads1115Input::device, LinkedHashMap::new, Collectors.toList()));
        this.channels = inputs.stream().map(input -> new ChannelInfo(input.scale().channel(),
                (double) Ads1115.RATE_HERTZ / byDevice.getOrDefault(input.device(), inputs).size(), input.device(),
                Timing.HOST, input.highestValue(), input.scale().state(false))).toList();
        this.chips = byDevice.values().stream().map(of -> new Ads1115Chip(context, clock, of, BLOCK_CAPACITY)).toList();
    }

    /** Chips on the I²C buses of this machine. */
    public static Ads1115Source onThisMachine(List<Ads1115Input> inputs, NanoClock clock) {
        return new Ads1115Source(Pi4J.newAutoContext(), inputs, clock);
    }

    private static void requireDistinct(List<Ads1115Input> inputs) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("inputs is empty, must name at least one channel");
        }
        if (inputs.stream().map(input -> input.scale().channel()).distinct().count() < inputs.size()) {
            throw new IllegalArgumentException("inputs names a channel twice, must name each once");
        }
        if (inputs.stream().map(input -> input.device() + input.input()).distinct().count() < inputs.size()) {
            throw new IllegalArgumentException("inputs uses a pin of a chip twice, must use each once");
        }
    }

    @Override
    public List<ChannelInfo> channels() {
        return channels;
    }

    @Override
    public synchronized Status poll(SampleSink sink) throws InterruptedException {
        if (closed) {
            return allLost("the converters were closed");
        }
        long untilNanos = clock.nanoTime() + GATHER_NANOS;
        for (int round = 0; round < BLOCK_CAPACITY && clock.nanoTime() < untilNanos; round++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            chips.forEach(Ads1115Chip::start);
            if (chips.stream().noneMatch(Ads1115Chip::isConverting)) {
                TimeUnit.NANOSECONDS.sleep(IDLE_NANOS);
                break;
            }
            chips.forEach(Ads1115Chip::collect);
        }
        boolean delivered = handOut(sink);
        List<Ads1115Chip> silent = chips.stream().filter(chip -> chip.lostReason() != null).toList();
        if (!silent.isEmpty()) {
            return new Status.Lost(silent.stream().map(Ads1115Chip::lostReason).collect(Collectors.joining("; ")),
                    silent.stream().flatMap(chip -> chip.blocks().stream()).map(SampleBlock::channel)
                            .collect(Collectors.toSet()));
        }
        return delivered ? Status.DELIVERED : Status.IDLE;
    }

    private boolean handOut(SampleSink sink) {
        boolean delivered = false;
        for (Ads1115Chip chip : chips) {
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
    public synchronized Counters counters() {
        return new Counters(0, sum(Ads1115Chip::repeated), sum(Ads1115Chip::implausible), sum(Ads1115Chip::lost));
    }

    private long sum(ToLongFunction<Ads1115Chip> count) {
        return chips.stream().mapToLong(count).sum();
    }

    /** Waits for a poll under way, which takes some milliseconds, and shuts the context down. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            context.shutdown();
        }
    }
}
