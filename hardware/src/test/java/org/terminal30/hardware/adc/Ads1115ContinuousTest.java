package org.terminal30.hardware.adc;

import java.util.ArrayDeque;
import java.util.Queue;

import com.pi4j.Pi4J;
import com.pi4j.io.i2c.I2C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.terminal30.hardware.adc.Ads1115.FullScale;
import org.terminal30.hardware.adc.Ads1115.Outcome;
import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.simulated.SimulatedAds1115;
import org.terminal30.hardware.simulated.SimulatedGpio;
import org.terminal30.hardware.simulated.SimulatedI2cProvider;

import static org.assertj.core.api.Assertions.assertThat;

class Ads1115ContinuousTest {
    private static final int READY_GPIO = 17;
    private static final long MICROS = 1_000;
    /** The clock goes on by so much with each look of the driver at it. */
    private static final long STEP_NANOS = 100 * MICROS;

    private long now;
    private final Queue<Long> edges = new ArrayDeque<>();
    private final SimulatedGpio gpio = new SimulatedGpio();
    private final SimulatedAds1115 chip = new SimulatedAds1115(() -> now, (pin, at) -> 1.0, 1);
    private final Lease lease = new PinHeader(() -> Pi4J.newContextBuilder().noAutoDetect()
            .add(new SimulatedI2cProvider().with(1, 0x48, chip), gpio.inputs()).disableShutdownHook().build()).lease();
    private final I2C device = lease.open(context -> context
            .create(I2C.newConfigBuilder(context).id("chip").bus(1).device(0x48).build()));
    private final Ads1115Continuous continuous = new Ads1115Continuous(new I2cRegisters(device), FullScale.VOLTS_4_096,
            new ReadyLine(lease, this::clock, READY_GPIO), this::clock);
    private long clock() {
        now += STEP_NANOS;
        if (!edges.isEmpty() && edges.element() <= now) {
            edges.remove();
            gpio.drive(READY_GPIO, false);
            gpio.drive(READY_GPIO, true);
        }
        return now;
    }

    @BeforeEach
    void begin() {
        assertThat(continuous.isRecognised()).isTrue();
        gpio.drive(READY_GPIO, true);
        edges.add(now + 100 * MICROS);
        continuous.start(Ads1115.Input.AIN0);
    }

    @AfterEach
    void closeTheContext() {
        lease.close();
    }

    private Outcome afterMicros(long micros) {
        edges.add(now + micros * MICROS);
        return continuous.await();
    }

    @Test
    void pulses_areConversionsAtTheirMiddle() {
        assertThat(afterMicros(1_163)).isEqualTo(new Outcome.Converted(8_000));
        long first = continuous.sampledNanos();
        assertThat(afterMicros(1_163)).isEqualTo(new Outcome.Converted(8_000));
        assertThat(continuous.sampledNanos() - first).isBetween(1_163 * MICROS, 1_163 * MICROS + 4 * STEP_NANOS);
    }

    @Test
    void extraPulse_isNoConversion() {
        assertThat(afterMicros(1_163)).isInstanceOf(Outcome.Converted.class);
        assertThat(afterMicros(500)).isInstanceOf(Outcome.Unsure.class);
        assertThat(afterMicros(663)).isInstanceOf(Outcome.Converted.class);
    }

    @Test
    void conversionReadLate_isNotTold() {
        edges.add(now);
        clock();
        now += 1_000 * MICROS;
        assertThat(continuous.await()).isInstanceOf(Outcome.Unsure.class);
        assertThat(afterMicros(1_163)).isInstanceOf(Outcome.Converted.class);
    }

    @Test
    void noPulse_endsTheWait() {
        long from = now;
        assertThat(continuous.await()).isInstanceOf(Outcome.NeverReady.class);
        assertThat(now - from).isLessThan(2 * Ads1115.READY_BOUND_NANOS);
        assertThat(continuous.silence()).contains("GPIO 17");
    }
}
