package org.terminal30.agent.bay;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.pi4j.Pi4J;
import com.pi4j.io.spi.Spi;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.terminal30.hardware.adc.Mcp3208Input;
import org.terminal30.hardware.adc.Mcp3208Source;
import org.terminal30.hardware.adc.Mcp3208Wiring;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.simulated.SimulatedMcp3208;
import org.terminal30.hardware.simulated.SimulatedSpiProvider;

/**
 * What the driver of the MCP3208 costs for each sample, from the transfer to the block that is handed on, all checks included;
 * beside it what a script would do, which is to transfer and to believe. The bus is either instant, so that only the driver is
 * left, or simulated bit by bit. Time moves by looks at the clock, so that nothing waits.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Mcp3208Benchmark {
    private static final int SAMPLES = 10_000;
    private static final int CLOCK_HERTZ = 1_000_000;
    private static final double REFERENCE_VOLTS = 3.0;
    /** Four looks are a turn: none is waited for. */
    private static final long LOOK_NANOS = 13_000;
    private static final double RATE_HERTZ = 20_000;

    private long now;
    private double sum;
    private final PinHeader instant = new PinHeader(() -> Pi4J.newContextBuilder().noAutoDetect()
            .add(new InstantSpiProvider()).disableShutdownHook().build());
    private final PinHeader wire = new SimulatedSpiProvider()
            .with(0, 0, new SimulatedMcp3208(this::look, (pin, nanos) -> 1.5, REFERENCE_VOLTS)).header();
    private final Line onInstant = new Line(instant);
    private final Line onWire = new Line(wire);
    private final Lease lease = instant.lease();
    private final Spi plain = lease.open(context -> context.create(
            Spi.newConfigBuilder(context).id("plain").bus(0).channel(1).baud(CLOCK_HERTZ).build()));

    /** A source, and what it has delivered. */
    private final class Line {
        private final Mcp3208Source source;
        private long wanted;
        private long delivered;

        Line(PinHeader header) {
            var input = new Mcp3208Input(ChannelScale.uncalibrated(Channel.ONBOARD), 0, Divider.BOX);
            source = new Mcp3208Source(header, new Mcp3208Wiring(0, 0, CLOCK_HERTZ, RATE_HERTZ, REFERENCE_VOLTS,
                    List.of(input)), Mcp3208Benchmark.this::look);
        }

        double sample() throws InterruptedException {
            wanted += SAMPLES;
            while (delivered < wanted) {
                if (source.poll(this::take) instanceof VoltageSource.Status.Lost lost) {
                    throw new IllegalStateException(lost.reason());
                }
            }
            return sum;
        }

        private void take(SampleBlock block) {
            delivered += block.size();
            sum += block.valueAt(0);
        }
    }

    private long look() {
        now += LOOK_NANOS;
        return now;
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double driverOnAnInstantBus() throws InterruptedException {
        return onInstant.sample();
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double driverOnTheSimulatedWire() throws InterruptedException {
        return onWire.sample();
    }

    /** No check, no time, no plausible range, and two arrays for each sample. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double plainLoopOnAnInstantBus() {
        double volts = 0;
        for (int i = 0; i < SAMPLES; i++) {
            byte[] command = {0x06, 0, 0};
            byte[] reply = new byte[command.length];
            plain.transfer(command, reply);
            int counts = (reply[1] & 0x0F) << 8 | (reply[2] & 0xFF);
            volts += counts * REFERENCE_VOLTS / 4096;
        }
        return volts;
    }

    @TearDown
    public void close() {
        onInstant.source.close();
        onWire.source.close();
        lease.close();
    }
}
