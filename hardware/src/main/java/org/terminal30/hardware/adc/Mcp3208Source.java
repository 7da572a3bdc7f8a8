package org.terminal30.hardware.adc;

import java.util.List;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiMode;
import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.Backoff;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.SampleSink;
import org.terminal30.hardware.sample.VoltageSource;

/**
 * Channels on an MCP3208, sampled at even distances, one shortly after the other.
 *
 * <p>Samples are gathered for {@value #GATHER_NANOS} ns and handed on when the chip proves itself at the end of them: all that
 * is delivered was read between two proofs.
 */
public final class Mcp3208Source implements VoltageSource {
    /** It adds to the latency, and saves work for each sample. */
    static final long GATHER_NANOS = 10_000_000;
    /** So many conversions in a row without a reading are a fault. */
    static final int MAX_FAILURES = 20;
    /** A disturbance may spoil a proof. */
    private static final int PROOFS = 3;
    private static final long FIRST_RETRY_NANOS = 100_000_000L;
    private static final long LONGEST_RETRY_NANOS = 500_000_000L;
    private static final long IDLE_NANOS = 20_000_000;

    private final Lease lease;
    private final Mcp3208Wiring wiring;
    private final NanoClock clock;
    private final SteadyPace pace;
    private final List<SampleBlock> blocks;
    private final int mostTurns;
    private final Backoff backoff = new Backoff(FIRST_RETRY_NANOS, LONGEST_RETRY_NANOS);
    private @Nullable Spi spi;
    private @Nullable Mcp3208 chip;
    private @Nullable String lostReason;
    private boolean proven;
    private int failures;
    private boolean onlyZeros;
    private long malformed;
    private long implausible;
    private long lost;
    private boolean closed;

    /** @param header gives the SPI bus */
    public Mcp3208Source(PinHeader header, Mcp3208Wiring wiring, NanoClock clock) {
        this.wiring = wiring;
        this.clock = clock;
        this.pace = new SteadyPace(clock, wiring.rateHertz());
        // One more than fit into a gathering, whose last turn may come as its time runs out.
        this.mostTurns = (int) Math.ceil(wiring.rateHertz() * GATHER_NANOS / 1e9) + 1;
        this.blocks = wiring.inputs().stream().map(input -> new SampleBlock(input.scale().channel(), mostTurns))
                .toList();
        this.lease = header.lease();
    }

    @Override
    public List<ChannelInfo> channels() {
        return wiring.channels();
    }

    @Override
    public synchronized Status poll(SampleSink sink) throws InterruptedException {
        if (closed) {
            return allLost("the converter was closed");
        }
        boolean delivered = false;
        try {
            Mcp3208 present = chip == null ? find() : chip;
            if (present != null) {
                gather(present);
                delivered = handOut(present, sink);
            }
        } catch (Pi4JException e) {
            lose("cannot be reached (%s): is SPI switched on?".formatted(e.getMessage()));
        }
        if (lostReason != null) {
            clock.pause(IDLE_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return allLost(lostReason);
        }
        return delivered ? Status.DELIVERED : Status.IDLE;
    }

    private @Nullable Mcp3208 find() {
        if (backoff.remainingNanos(clock.nanoTime()) > 0) {
            return null;
        }
        if (spi == null) {
            spi = open();
        }
        var found = new Mcp3208(spi, wiring.clockHertz(), clock);
        if (!proves(found)) {
            lose("gives no readable reply: is it powered and wired?");
            return null;
        }
        failures = 0;
        chip = found;
        return found;
    }

    private Spi open() {
        return lease.open(context -> context.create(Spi.newConfigBuilder(context).id(wiring.device()).bus(wiring.bus())
                .channel(wiring.chipSelect()).baud(wiring.clockHertz()).mode(SpiMode.MODE_0).build()));
    }

    private boolean proves(Mcp3208 candidate) {
        int pin = wiring.inputs().getFirst().pin();
        for (int i = 0; i < PROOFS; i++) {
            if (candidate.repeatsItself(pin)) {
                return true;
            }
        }
        return false;
    }

    private void gather(Mcp3208 present) throws InterruptedException {
        long untilNanos = clock.nanoTime() + GATHER_NANOS;
        int turns = 0;
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            pace.await();
            for (int i = 0; i < blocks.size(); i++) {
                keep(present, i);
            }
        } while (failures < MAX_FAILURES && ++turns < mostTurns && clock.nanoTime() < untilNanos);
    }

    private void keep(Mcp3208 present, int index) {
        Mcp3208Input input = wiring.inputs().get(index);
        int counts = present.convert(input.pin());
        if (counts == Mcp3208.NO_REPLY) {
            malformed++;
            failures++;
            onlyZeros = false;
            return;
        }
        boolean nothing = counts == Mcp3208.LOWEST_COUNTS && input.isLifted();
        failures = nothing ? failures + 1 : 0;
        onlyZeros = nothing;
        double value = input.value(counts, wiring.referenceVolts());
        // The top rail is a surge and is kept.
        if (nothing || !input.scale().plausible().contains(value)) {
            implausible++;
        } else {
            blocks.get(index).add(present.sampledNanos(), value);
        }
    }

    private boolean handOut(Mcp3208 present, SampleSink sink) {
        if (failures >= MAX_FAILURES) {
            lose(onlyZeros
                    ? "answers only zeros: is it powered and wired?"
                    : "gives no readable reply: is it powered and wired?");
            return false;
        }
        if (!proves(present)) {
            lose("does not repeat its results: is there noise on its lines, or another chip?");
            return false;
        }
        proven = true;
        lostReason = null;
        backoff.succeeded();
        boolean delivered = false;
        for (SampleBlock block : blocks) {
            if (!block.isEmpty()) {
                sink.accept(block);
                block.clear();
                delivered = true;
            }
        }
        return delivered;
    }

    /** What was gathered since the last proof goes with the chip: nobody knows from when on it was wrong. */
    private void lose(String what) {
        lost += proven ? 1 : 0;
        proven = false;
        chip = null;
        for (SampleBlock block : blocks) {
            malformed += block.size();
            block.clear();
        }
        lostReason = "%s %s".formatted(wiring.device(), what);
        backoff.failed(clock.nanoTime());
    }

    @Override
    public synchronized Counters counters() {
        return new Counters(malformed, 0, implausible, lost);
    }

    /** Waits for a poll under way, which takes some milliseconds, and gives the chip select back. */
    @Override
    public synchronized void close() {
        closed = true;
        lease.close();
    }
}
