package org.terminal30.hardware.adc;

import java.util.List;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.i2c.I2C;
import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.adc.Ads1115.FullScale;
import org.terminal30.hardware.adc.Ads1115.Outcome;
import org.terminal30.hardware.sample.Backoff;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.SampleBlock;

/** One chip with its channels, which it converts in turn; lost and looked for again by itself. */
final class Ads1115Chip {
    private static final long FIRST_RETRY_NANOS = 100_000_000L;
    private static final long LONGEST_RETRY_NANOS = 1_000_000_000L;
    /** A single conversion may fail by a disturbance on the bus; so many in a row are a fault, found in less than 0.1 s. */
    static final int MAX_FAILURES = 5;

    private final Context context;
    private final NanoClock clock;
    private final List<Ads1115Input> inputs;
    private final List<SampleBlock> blocks;
    private final Backoff backoff = new Backoff(FIRST_RETRY_NANOS, LONGEST_RETRY_NANOS);
    private @Nullable I2C i2c;
    private @Nullable Ads1115 chip;
    private @Nullable String lostReason;
    private int turn;
    private boolean converting;
    private int failures;
    private long repeated;
    private long implausible;
    private long lost;

    /** @param inputs channels of this chip; not empty, all of the same bus and address */
    Ads1115Chip(Context context, NanoClock clock, List<Ads1115Input> inputs, int blockCapacity) {
        this.context = context;
        this.clock = clock;
        this.inputs = List.copyOf(inputs);
        this.blocks = inputs.stream().map(input -> new SampleBlock(input.scale().channel(), blockCapacity)).toList();
    }

    /** Begins the conversion of the channel whose turn it is; does nothing while the chip is lost. */
    void start() {
        converting = false;
        if (chip == null && backoff.remainingNanos(clock.nanoTime()) > 0) {
            return;
        }
        try {
            Ads1115 present = chip == null ? find() : chip;
            present.start(inputs.get(turn).input());
            converting = true;
        } catch (Pi4JException e) {
            lose("does not answer (%s): is it powered and wired?".formatted(e.getMessage()));
        }
    }

    private Ads1115 find() {
        Ads1115Input any = inputs.getFirst();
        if (i2c == null) {
            i2c = context.create(
                    I2C.newConfigBuilder(context).id(any.device()).bus(any.bus()).device(any.address()).build());
        }
        var found = new Ads1115(i2c, FullScale.VOLTS_4_096, clock);
        if (!found.isRecognised()) {
            throw new Pi4JException("what answers does not behave like an ADS1115");
        }
        chip = found;
        failures = 0;
        return found;
    }

    /** Waits for the conversion begun and keeps it as a sample. */
    void collect() {
        Ads1115 present = chip;
        if (!converting || present == null) {
            return;
        }
        try {
            switch (present.await()) {
                case Outcome.Converted converted -> keep(present.sampledNanos(), converted.counts());
                case Outcome.Repeated repeat -> {
                    repeated++;
                    failed("repeats a conversion instead of making a new one");
                }
                case Outcome.NeverReady never -> failed("does not finish its conversions");
            }
        } catch (Pi4JException e) {
            lose("does not answer (%s): is it powered and wired?".formatted(e.getMessage()));
        }
    }

    private void keep(long nanos, int counts) {
        Ads1115Input input = inputs.get(turn);
        SampleBlock block = blocks.get(turn);
        turn = (turn + 1) % inputs.size();
        failures = 0;
        lostReason = null;
        backoff.succeeded();
        double value = input.value(counts);
        // The bottom rail cannot be reached by a pin that is clamped at ground: it is a fault. The top rail is a surge.
        if (counts == Ads1115.LOWEST_COUNTS || !input.scale().plausible().contains(value)) {
            implausible++;
        } else {
            block.add(nanos, value);
        }
    }

    private void failed(String what) {
        if (++failures >= MAX_FAILURES) {
            lose(what);
        }
    }

    private void lose(String what) {
        lost += chip == null ? 0 : 1;
        chip = null;
        converting = false;
        lostReason = "%s %s".formatted(inputs.getFirst().device(), what);
        backoff.failed(clock.nanoTime());
    }

    boolean isConverting() {
        return converting;
    }

    /** Why the chip cannot be read, null while it can. */
    @Nullable
    String lostReason() {
        return lostReason;
    }

    /** Samples kept since they were last taken out, one block for each channel; emptied by the caller. */
    List<SampleBlock> blocks() {
        return blocks;
    }

    long repeated() {
        return repeated;
    }

    long implausible() {
        return implausible;
    }

    long lost() {
        return lost;
    }
}
