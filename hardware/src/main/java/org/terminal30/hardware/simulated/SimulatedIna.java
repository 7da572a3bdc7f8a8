package org.terminal30.hardware.simulated;

import java.util.concurrent.locks.LockSupport;

import com.pi4j.exception.Pi4JException;

import org.terminal30.hardware.sample.NanoClock;

/**
 * What the monitors of bus voltage and shunt have in common: a cycle that takes its time on the clock, first the shunt, then the
 * bus, each held in its middle (with averaging, in the middle of all). Negative bus voltages read 0, and both values stay within
 * the range of the converter. Only the continuous mode of both is simulated; in every other the chip stands still.
 */
public abstract sealed class SimulatedIna implements RegisterChip permits SimulatedIna226, SimulatedIna228 {
    /** What is wrong with the chip. */
    public enum Fault {
        NONE,
        /** Nothing acknowledges: pulled, unpowered, broken wire. */
        NO_ACKNOWLEDGE,
        /** A line of the bus is held low: the kernel gives up after {@link #STUCK_NANOS}. */
        STUCK_BUS,
        /** Cycles begin and never end. */
        NEVER_READY,
        /** The identification registers name another chip. */
        WRONG_IDENTITY,
        /** Registers read as ones: the data line is not driven. */
        READS_ONES
    }

    /** Shorter than the kernel's second, so that tests are quick. */
    static final long STUCK_NANOS = 300_000_000;

    private final NanoClock clock;
    private final InaInputs inputs;
    private final double rateTolerance;
    private volatile Fault fault = Fault.NONE;
    private boolean running;
    private long startedNanos;
    private long finished;

    /**
     * A chip.
     *
     * @param rateTolerance the chip's own rate over the nominal one
     */
    SimulatedIna(NanoClock clock, InaInputs inputs, double rateTolerance) {
        if (!(rateTolerance >= 0.9 && rateTolerance <= 1.1)) {
            throw new IllegalArgumentException(
                    "rateTolerance is %s, must be within 0.9 and 1.1".formatted(rateTolerance));
        }
        this.clock = clock;
        this.inputs = inputs;
        this.rateTolerance = rateTolerance;
    }

    /** Breaks or mends the chip; from any thread. */
    public final void fail(Fault what) {
        fault = what;
    }

    /** Cycles finished since the chip was made, as far as anybody looked. */
    public final long cycles() {
        return finished;
    }

    final boolean isStranger() {
        return fault == Fault.WRONG_IDENTITY;
    }

    /** Halts the cycle under way and begins another, or none. */
    final void restart(boolean continuous) {
        running = continuous;
        startedNanos = clock.nanoTime();
    }

    @Override
    public final void write(int register, byte[] data, int offset, int length) {
        acknowledge();
        settle();
        if (length == 2) {
            set(register, (data[offset] & 0xFF) << 8 | (data[offset + 1] & 0xFF));
        }
    }

    @Override
    public final void read(int register, byte[] buffer, int offset, int length) {
        acknowledge();
        settle();
        int width = width(register);
        int value = get(register);
        for (int i = 0; i < length; i++) {
            boolean driven = fault != Fault.READS_ONES && i < width;
            buffer[offset + i] = driven ? (byte) (value >> (8 * (width - 1 - i))) : (byte) 0xFF;
        }
    }

    private void acknowledge() {
        if (fault == Fault.NO_ACKNOWLEDGE) {
            throw new Pi4JException("no acknowledge");
        }
        if (fault == Fault.STUCK_BUS) {
            LockSupport.parkNanos(STUCK_NANOS);
            throw new Pi4JException("timed out");
        }
    }

    /** Finishes what is finished by now. */
    private void settle() {
        long shuntNanos = Math.round(shuntConversionNanos() * averages() / rateTolerance);
        long cycleNanos = shuntNanos + Math.round(busConversionNanos() * averages() / rateTolerance);
        long more = (clock.nanoTime() - startedNanos) / cycleNanos;
        if (!running || fault == Fault.NEVER_READY || more < 1) {
            return;
        }
        long lastNanos = startedNanos + (more - 1) * cycleNanos;
        measured(inputs.shuntVoltsAt(lastNanos + shuntNanos / 2),
                Math.max(0, inputs.busVoltsAt(lastNanos + (shuntNanos + cycleNanos) / 2)));
        finished += more;
        startedNanos = lastNanos + cycleNanos;
    }

    abstract long shuntConversionNanos();

    abstract long busConversionNanos();

    abstract int averages();

    /** Bytes of a register. */
    abstract int width(int register);

    abstract int get(int register);

    abstract void set(int register, int value);

    /** Takes the results of a cycle into the registers and sets the flag. */
    abstract void measured(double shuntVolts, double busVolts);
}
