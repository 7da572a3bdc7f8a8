package org.terminal30.hardware.adc;

import java.util.List;

import com.pi4j.exception.Pi4JException;
import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.adc.Ads1115.FullScale;
import org.terminal30.hardware.adc.Ads1115.Outcome;
import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource.Counters;

/** One ADS1115 with its channels, which it converts in turn. */
final class Ads1115Chip implements PolledChip {
    private final ChipLink link;
    private final NanoClock clock;
    private final List<Ads1115Input> inputs;
    private final List<SampleBlock> blocks;
    private final @Nullable ReadyLine ready;
    private @Nullable Ads1115Mode chip;
    private int turn;
    private boolean converting;
    private long repeated;
    private long implausible;

    /** @param inputs channels of this chip; not empty, all of the same bus and address */
    Ads1115Chip(Lease lease, NanoClock clock, List<Ads1115Input> inputs, int blockCapacity) {
        Ads1115Input any = inputs.getFirst();
        this.link = new ChipLink(lease, clock, any.device(), any.bus(), any.address());
        this.clock = clock;
        this.ready = any.readyGpio().isPresent() ? new ReadyLine(lease, clock, any.readyGpio().getAsInt()) : null;
        this.inputs = List.copyOf(inputs);
        this.blocks = inputs.stream().map(input -> new SampleBlock(input.scale().channel(), blockCapacity)).toList();
    }

    @Override
    public void start() {
        converting = false;
        if (link.isResting()) {
            return;
        }
        try {
            Ads1115Mode present = chip == null || !link.isPresent() ? find() : chip;
            present.start(inputs.get(turn).input());
            converting = true;
        } catch (Pi4JException e) {
            link.lose(e);
        }
    }

    private Ads1115Mode find() {
        Ads1115Mode found = ready == null
                ? new Ads1115(link.registers(), FullScale.VOLTS_4_096, clock)
                : new Ads1115Continuous(link.registers(), FullScale.VOLTS_4_096, ready, clock);
        if (!found.isRecognised()) {
            throw new Pi4JException("what answers does not behave like an ADS1115");
        }
        chip = found;
        link.found();
        return found;
    }

    @Override
    public void collect() {
        Ads1115Mode present = chip;
        if (!converting || present == null) {
            return;
        }
        try {
            switch (present.await()) {
                case Outcome.Converted converted -> keep(present.sampledNanos(), converted.counts());
                case Outcome.Repeated repeat -> {
                    repeated++;
                    link.failed("repeats a conversion instead of making a new one");
                }
                // Late for once is no fault of the chip.
                case Outcome.Unsure unsure -> repeated++;
                case Outcome.NeverReady never -> link.failed(present.silence());
            }
        } catch (Pi4JException e) {
            link.lose(e);
        }
        // A round that runs out of its time starts no chip after this one: what was read once is not there a second time.
        converting = false;
    }

    private void keep(long nanos, int counts) {
        Ads1115Input input = inputs.get(turn);
        SampleBlock block = blocks.get(turn);
        turn = (turn + 1) % inputs.size();
        link.worked();
        double value = input.value(counts);
        // The bottom rail cannot be reached by a pin that is clamped at ground: it is a fault. The top rail is a surge.
        if (counts == Ads1115.LOWEST_COUNTS || !input.scale().plausible().contains(value)) {
            implausible++;
        } else {
            block.add(nanos, value);
        }
    }

    @Override
    public boolean isConverting() {
        return converting;
    }

    @Override
    public @Nullable String lostReason() {
        return link.lostReason();
    }

    @Override
    public List<SampleBlock> blocks() {
        return blocks;
    }

    @Override
    public Counters counters() {
        return new Counters(0, repeated, implausible, link.lost());
    }
}
