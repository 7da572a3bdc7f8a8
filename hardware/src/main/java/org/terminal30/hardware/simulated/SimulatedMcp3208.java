package org.terminal30.hardware.simulated;

import java.util.SplittableRandom;

import org.terminal30.hardware.sample.NanoClock;

/**
 * An MCP3208 as its wires see it (datasheet DS21298E, 5.0, figures 5-1 and 5-2, table 5-2): it waits for a start bit, takes
 * single-ended or differential and the channel, holds the pin with the fifth falling edge after the start bit, pulls the null
 * bit low, then puts out the result from its highest bit on, then again from its second lowest bit on, then zeros.
 */
public final class SimulatedMcp3208 {
    /** What is wrong with the chip or its wires. */
    public enum Fault {
        NONE,
        /** Not there, and a resistor pulls its data line up. */
        ABSENT_LINE_HIGH,
        /** Not there, and its data line is pulled down. */
        ABSENT_LINE_LOW,
        /** Not there, and its data line picks up anything. */
        ABSENT_LINE_NOISY,
        /** Holds nothing new: every conversion has the result of the last. */
        STUCK,
        /** Puts its results out with the lowest bit first. */
        WRONG_BIT_ORDER
    }

    /** Volts at a pin of the chip, 0 to 7, at a time of the clock. */
    @FunctionalInterface
    public interface PinVoltages {
        double voltsAt(int pin, long nanos);
    }

    private static final int BITS = 12;
    private static final int COUNTS = 1 << BITS;
    private static final int CONFIGURATION_BITS = 4;
    private static final int SINGLE_ENDED = 0b1000;
    /** Rising edges from the start bit to the end of the configuration, and the one after it. */
    private static final int HOLD_EDGE = CONFIGURATION_BITS + 1;
    private static final double CLAMP_VOLTS = 0.3;

    private final NanoClock clock;
    private final PinVoltages pins;
    private final double referenceVolts;
    private final ConverterErrors errors;
    private final SplittableRandom random;
    private volatile Fault fault = Fault.NONE;
    private int edges;
    private int configuration;
    private int result;
    private boolean drives;
    private boolean level;
    private long heldNanos;
    private long conversions;

    /** @param seed of the noise */
    public SimulatedMcp3208(NanoClock clock, PinVoltages pins, double referenceVolts, ConverterErrors errors,
            long seed) {
        this.clock = clock;
        this.pins = pins;
        this.referenceVolts = referenceVolts;
        this.errors = errors;
        this.random = new SplittableRandom(seed);
    }

    /** A chip without errors. */
    public SimulatedMcp3208(NanoClock clock, PinVoltages pins, double referenceVolts) {
        this(clock, pins, referenceVolts, ConverterErrors.NONE, 0);
    }

    /** Breaks or mends the chip; from any thread. */
    public void fail(Fault what) {
        fault = what;
    }

    /** Pins held since the chip was made. */
    public long conversions() {
        return conversions;
    }

    /** When the pin was held last. */
    public long heldNanos() {
        return heldNanos;
    }

    NanoClock clock() {
        return clock;
    }

    /** Chip select goes low: the chip waits for a start bit. */
    void select() {
        edges = 0;
        configuration = 0;
        drives = false;
    }

    /** The clock rises: the chip takes the bit on its data input. */
    void rise(boolean dataIn) {
        if (edges > 0) {
            edges++;
            if (edges <= 1 + CONFIGURATION_BITS) {
                configuration = configuration << 1 | (dataIn ? 1 : 0);
            }
        } else if (dataIn) {
            edges = 1;
        }
    }

    /** The clock falls: the chip puts the next bit on its data output. */
    void fall(long nanos) {
        int bit = edges - 1 - HOLD_EDGE;
        if (bit == 0) {
            hold(nanos);
        }
        if (edges > 0 && bit >= 0) {
            drives = true;
            level = bit > 0 && bitOfResult(bit - 1);
        }
    }

    /** What the master reads from the data line. */
    boolean dataOut() {
        return switch (fault) {
            case ABSENT_LINE_HIGH -> true;
            case ABSENT_LINE_LOW -> false;
            case ABSENT_LINE_NOISY -> random.nextBoolean();
            case NONE, STUCK, WRONG_BIT_ORDER -> !drives || level;
        };
    }

    private boolean bitOfResult(int index) {
        if (fault == Fault.WRONG_BIT_ORDER) {
            return index < BITS && (result >> index & 1) != 0;
        }
        int shift = index < BITS ? BITS - 1 - index : index - BITS + 1;
        return shift < BITS && (result >> shift & 1) != 0;
    }

    private void hold(long nanos) {
        heldNanos = nanos;
        conversions++;
        if (fault == Fault.STUCK) {
            return;
        }
        int pin = configuration & 0b111;
        double volts = (configuration & SINGLE_ENDED) != 0
                ? pinVolts(pin, nanos)
                : pinVolts(pin, nanos) - pinVolts(pin ^ 1, nanos);
        result = errors.counts(volts / referenceVolts * COUNTS, COUNTS, random);
    }

    private double pinVolts(int pin, long nanos) {
        return Math.clamp(pins.voltsAt(pin, nanos), -CLAMP_VOLTS, referenceVolts + CLAMP_VOLTS);
    }
}
