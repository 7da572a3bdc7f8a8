package org.terminal30.hardware.simulated;

import java.util.EnumSet;
import java.util.List;

import org.terminal30.hardware.adc.Ads1115;
import org.terminal30.hardware.adc.Ads1115.FullScale;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.Channel.Unit;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.SampleSink;
import org.terminal30.hardware.sample.VoltageSource;

/**
 * A model read without chips, bus and driver, in the steps that an ADS1115 behind the usual divider reads volts in and an INA226 on
 * its shunt amperes: for simulations by the thousand, in which nothing of the driver is tried. Every channel has a sample at the same
 * moments. Each poll lets {@value #GATHER_NANOS} ns pass on the clock.
 */
public final class DirectSource implements VoltageSource {
    static final long GATHER_NANOS = 10_000_000;
    private static final String DEVICE = "model-";
    private static final double VOLTS_STEP = Divider.STANDARD.leadVolts(FullScale.VOLTS_4_096.voltsPerCount());
    private static final double SHUNT_VOLTS_STEP = 2.5e-6;
    private static final double SHUNT_STEPS = 32_768;
    /** The chip's protection diode conducts 0.3 V below ground. */
    private static final double LOWEST_VOLTS = Divider.STANDARD.leadVolts(-0.3);
    private static final double HIGHEST_VOLTS = Divider.STANDARD.leadVolts(4.096);

    private final VoltageModel model;
    private final NanoClock clock;
    private final List<ChannelInfo> channels;
    private final List<SampleBlock> blocks;
    private final long periodNanos;
    private long dueNanos;
    private boolean closed;

    /**
     * A source that has a chip for each channel.
     *
     * @param channels each named once
     * @param rateHertz samples per second and channel; {@link Ads1115#RATE_HERTZ} as the chip has it
     */
    public DirectSource(VoltageModel model, List<Channel> channels, double rateHertz, NanoClock clock) {
        if (channels.isEmpty() || EnumSet.copyOf(channels).size() < channels.size()) {
            throw new IllegalArgumentException("channels are %s, must be at least one, each once".formatted(channels));
        }
        this.model = model;
        this.clock = clock;
        this.periodNanos = Math.round(1e9 / rateHertz);
        this.dueNanos = clock.nanoTime() + periodNanos;
        int capacity = (int) (GATHER_NANOS / periodNanos) + 1;
        this.channels = channels.stream().map(channel -> new ChannelInfo(channel, rateHertz,
                DEVICE + channel.wireName(), Timing.HOST)).toList();
        this.blocks = channels.stream().map(channel -> new SampleBlock(channel, capacity)).toList();
    }

    @Override
    public List<ChannelInfo> channels() {
        return channels;
    }

    @Override
    public Status poll(SampleSink sink) {
        if (closed) {
            return allLost("the model was closed");
        }
        long untilNanos = clock.nanoTime() + GATHER_NANOS;
        clock.pause(GATHER_NANOS);
        for (; dueNanos <= untilNanos; dueNanos += periodNanos) {
            for (SampleBlock block : blocks) {
                block.add(dueNanos, read(block.channel()));
            }
        }
        boolean delivered = false;
        for (SampleBlock block : blocks) {
            if (!block.isEmpty()) {
                sink.accept(block);
                block.clear();
                delivered = true;
            }
        }
        return delivered ? Status.DELIVERED : Status.IDLE;
    }

    private double read(Channel channel) {
        double value = model.voltsAt(channel, dueNanos);
        if (channel.unit() == Unit.AMPERE) {
            double step = SHUNT_VOLTS_STEP / SimulatedFrontEnd.shuntOhms(channel);
            return Math.clamp(Math.rint(value / step), -SHUNT_STEPS, SHUNT_STEPS - 1) * step;
        }
        return Math.clamp(Math.rint(value / VOLTS_STEP) * VOLTS_STEP, LOWEST_VOLTS, HIGHEST_VOLTS);
    }

    @Override
    public Counters counters() {
        return Counters.NONE;
    }

    @Override
    public void close() {
        closed = true;
    }
}
