package org.terminal30.hardware.simulated;

import java.util.concurrent.locks.LockSupport;

import com.pi4j.exception.Pi4JException;

import org.terminal30.hardware.sample.NanoClock;

/**
 * An ADS1115 by its registers (datasheet SBAS444, 8.1): conversion, config and the two thresholds, power-down single-shot and
 * continuous mode, multiplexer against ground, amplifier, rates. A conversion takes its time on the clock and holds what the pin
 * had in its middle. The comparator and the differential inputs are not simulated; the latter read 0 V.
 */
public final class SimulatedAds1115 implements RegisterChip {
    /** What is wrong with the chip. */
    public enum Fault {
        NONE,
        /** Nothing acknowledges: pulled, unpowered, broken wire. */
        NO_ACKNOWLEDGE,
        /** A line of the bus is held low: the kernel gives up after a while. */
        STUCK_BUS,
        /** Conversions begin and never end. */
        NEVER_READY,
        /** Starts are acknowledged and ignored: the conversion register keeps what it has. */
        IGNORES_STARTS,
        /** Registers read as ones: something else holds the bus. */
        READS_ONES
    }

    /** Volts at a pin of the chip, 0 to 3, at a time of the clock. */
    @FunctionalInterface
    public interface PinVoltages {
        double voltsAt(int pin, long nanos);
    }

    static final int CONFIG_RESET = 0x8583;
    private static final double SUPPLY_VOLTS = 5.0;
    /** The protection diodes conduct so far beyond ground and supply. */
    private static final double CLAMP_VOLTS = 0.3;
    private static final double[] FULL_SCALE_VOLTS = {6.144, 4.096, 2.048, 1.024, 0.512, 0.256, 0.256, 0.256};
    private static final int[] RATES_HERTZ = {8, 16, 32, 64, 128, 250, 475, 860};
    private static final int OS = 1 << 15;
    private static final int SINGLE_SHOT = 1 << 8;

    private final NanoClock clock;
    private final PinVoltages pins;
    private final double rateTolerance;
    private volatile Fault fault = Fault.NONE;
    private int config = CONFIG_RESET & ~OS;
    /** What the conversion under way works by: in continuous mode it ends with the settings of before a write. */
    private int active = config;
    private int loThresh = 0x8000;
    private int hiThresh = 0x7FFF;
    private int conversion;
    private long startedNanos;
    private boolean converting;
    private long conversions;
    private long readyPulses;

    /** @param rateTolerance the chip's own rate over the nominal one; 0.9 to 1.1 */
    public SimulatedAds1115(NanoClock clock, PinVoltages pins, double rateTolerance) {
        if (!(rateTolerance >= 0.9) || rateTolerance > 1.1) {
            throw new IllegalArgumentException(
                    "rateTolerance is %s, must be within 0.9 and 1.1".formatted(rateTolerance));
        }
        this.clock = clock;
        this.pins = pins;
        this.rateTolerance = rateTolerance;
    }

    /** Breaks or mends the chip; from any thread. */
    public void fail(Fault what) {
        fault = what;
    }

    /** Conversions finished since the chip was made, as far as anybody looked. */
    public synchronized long conversions() {
        return conversions;
    }

    /** Conversions that the ALERT/RDY pin told, by a pulse each: in continuous mode, while it is switched on. */
    synchronized long readyPulses() {
        settle();
        return readyPulses;
    }

    private boolean tellsReady() {
        return (hiThresh & 0x8000) != 0 && (loThresh & 0x8000) == 0 && (active & 0b11) != 0b11;
    }

    @Override
    public synchronized void write(int register, byte[] data, int offset, int length) {
        acknowledge();
        if (length != 2) {
            return;
        }
        int value = (data[offset] & 0xFF) << 8 | (data[offset + 1] & 0xFF);
        switch (register & 0b11) {
            case 1 -> configure(value);
            case 2 -> loThresh = value;
            case 3 -> hiThresh = value;
            default -> {
                // The conversion register cannot be written.
            }
        }
    }

    private void configure(int value) {
        settle();
        if (fault == Fault.IGNORES_STARTS) {
            return;
        }
        boolean goesOn = converting && ((active | value) & SINGLE_SHOT) == 0;
        config = value & ~OS;
        if (goesOn) {
            return;
        }
        active = config;
        if ((value & SINGLE_SHOT) == 0 || (value & OS) != 0) {
            startedNanos = clock.nanoTime();
            converting = true;
        }
    }

    @Override
    public synchronized void read(int register, byte[] buffer, int offset, int length) {
        acknowledge();
        settle();
        int value = fault == Fault.READS_ONES ? 0xFFFF : switch (register & 0b11) {
            case 0 -> conversion;
            case 1 -> converting ? config : config | OS;
            case 2 -> loThresh;
            default -> hiThresh;
        };
        for (int i = 0; i < length; i++) {
            buffer[offset + i] = (byte) (i == 0 ? value >> 8 : i == 1 ? value : 0xFF);
        }
    }

    private void acknowledge() {
        if (fault == Fault.NO_ACKNOWLEDGE) {
            throw new Pi4JException("no acknowledge");
        }
        if (fault == Fault.STUCK_BUS) {
            LockSupport.parkNanos(SimulatedIna.STUCK_NANOS);
            throw new Pi4JException("timed out");
        }
    }

    /** Finishes what is finished by now. */
    private void settle() {
        if (!converting || fault == Fault.NEVER_READY) {
            return;
        }
        if (active != config && finished() >= 1) {
            finish(1);
            active = config;
        }
        if (finished() >= 1) {
            finish((active & SINGLE_SHOT) != 0 ? 1 : finished());
        }
    }

    private long periodNanos() {
        return Math.round(1e9 / (RATES_HERTZ[active >> 5 & 0b111] * rateTolerance));
    }

    private long finished() {
        return (clock.nanoTime() - startedNanos) / periodNanos();
    }

    private void finish(long count) {
        long period = periodNanos();
        boolean single = (active & SINGLE_SHOT) != 0;
        long lastStartedNanos = startedNanos + (count - 1) * period;
        conversion = countsAt(lastStartedNanos + period / 2);
        conversions += count;
        readyPulses += !single && tellsReady() ? count : 0;
        converting = !single;
        startedNanos = lastStartedNanos + period;
    }

    private int countsAt(long nanos) {
        int mux = active >> 12 & 0b111;
        if (mux < 0b100) {
            return 0;
        }
        double pinVolts = Math.clamp(pins.voltsAt(mux & 0b11, nanos), -CLAMP_VOLTS, SUPPLY_VOLTS + CLAMP_VOLTS);
        long counts = Math.round(pinVolts / FULL_SCALE_VOLTS[active >> 9 & 0b111] * 32_768);
        return Math.clamp(counts, -32_768, 32_767);
    }
}
