package org.terminal30.hardware.adc;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.pi4j.exception.Pi4JException;
import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.adc.InaConversions.Outcome;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource.Counters;

/** One INA226 or INA228, which measures without end. */
final class InaChip implements PolledChip {
    private final ChipLink link;
    private final NanoClock clock;
    private final InaWiring wiring;
    private final @Nullable SampleBlock volts;
    private final @Nullable SampleBlock amperes;
    private final List<SampleBlock> blocks;
    private @Nullable InaConversions conversions;
    private boolean converting;
    private long implausible;

    InaChip(Lease lease, NanoClock clock, InaWiring wiring, int blockCapacity) {
        this.link = new ChipLink(lease, clock, wiring.device(), wiring.bus(), wiring.address());
        this.clock = clock;
        this.wiring = wiring;
        this.volts = block(wiring.voltage(), blockCapacity);
        this.amperes = block(wiring.current(), blockCapacity);
        this.blocks = Stream.of(volts, amperes).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }

    private static @Nullable SampleBlock block(@Nullable ChannelScale scale, int capacity) {
        return scale == null ? null : new SampleBlock(scale.channel(), capacity);
    }

    @Override
    public void start() {
        converting = false;
        if (link.isResting()) {
            return;
        }
        try {
            if (!link.isPresent()) {
                find();
            }
            converting = link.isPresent();
        } catch (Pi4JException e) {
            link.lose(e);
        }
    }

    private void find() {
        Ina chip = Ina.of(wiring.model(), link.registers());
        String stranger = chip.stranger();
        if (stranger != null) {
            link.lose(stranger);
            return;
        }
        chip.configure();
        conversions = new InaConversions(chip, wiring.model(), clock);
        link.found();
    }

    @Override
    public void collect() {
        InaConversions present = conversions;
        if (!converting || present == null) {
            return;
        }
        try {
            switch (present.await()) {
                case Outcome.Converted converted -> keep(converted);
                case Outcome.NeverReady never -> link.failed("does not finish its conversions");
                case Outcome.Unusable unusable -> link.lose(unusable.what());
            }
        } catch (Pi4JException e) {
            link.lose(e);
        }
        // A round that runs out of its time starts no chip after this one: what was read once is not there a second time.
        converting = false;
    }

    private void keep(Outcome.Converted converted) {
        link.worked();
        keep(volts, wiring.voltage(), converted.nanos(), converted.busVolts());
        // At the end of its range the shunt reads what it ends with: a surge of current, kept as saturated.
        keep(amperes, wiring.current(), converted.nanos(), converted.shuntVolts() / wiring.shuntOhms());
    }

    private void keep(@Nullable SampleBlock block, @Nullable ChannelScale scale, long nanos, double reading) {
        if (block == null || scale == null) {
            return;
        }
        double value = scale.calibration().apply(reading);
        if (scale.plausible().contains(value)) {
            block.add(nanos, value);
        } else {
            implausible++;
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
        return new Counters(0, 0, implausible, link.lost());
    }
}
