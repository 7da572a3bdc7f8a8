package org.terminal30.agent.wire;

import java.util.Arrays;
import java.util.Objects;

import org.terminal30.hardware.sample.SampleBlock;

/**
 * Samples of one channel at their full rate: times in nanoseconds after the first one, strictly increasing, and values in
 * whole steps of a part of a volt or ampere. Immutable. Lossy only in the value, by half a step.
 *
 * <p>Packed, each sample is two zigzag varints ({@link Varints}): by how much its distance in time differs from that of the
 * sample before it, in nanoseconds, and by how many steps its value does. Of the first sample there is only the value.
 */
public final class Samples {
    /** Samples in one record: more than this becomes several. Keeps a line below the 64 KiB that InfluxDB takes. */
    public static final int MAX_COUNT = 1024;
    /** From the first sample to the last: a day, which 1024 samples reach at one in 85 s. */
    public static final long MAX_SPAN_NANOS = 86_400_000_000_000L;
    /** 0.1 mV or 0.1 mA: finer than the noise of every converter in a car's supply. */
    public static final int STEPS_PER_UNIT = 10_000;
    /** The finest step that is read: a microvolt. */
    public static final int MAX_STEPS_PER_UNIT = 1_000_000;
    private static final long MAX_STEP_CHANGE = 1L << Integer.SIZE;
    /** The worst sample within the bounds: 7 bytes of time, 5 of value. */
    static final int MAX_PACKED_BYTES = MAX_COUNT * 12;

    private final int stepsPerUnit;
    private final long[] offsetNanos;
    private final int[] steps;

    private Samples(int stepsPerUnit, long[] offsetNanos, int[] steps) {
        this.stepsPerUnit = stepsPerUnit;
        this.offsetNanos = offsetNanos;
        this.steps = steps;
    }

    /**
     * Copies a block. What lies beyond ±214 kV becomes that.
     *
     * @throws IllegalArgumentException when the block is empty, has more than {@link #MAX_COUNT} samples or lasts longer than
     *     {@link #MAX_SPAN_NANOS}
     */
    public static Samples of(SampleBlock block) {
        if (block.isEmpty() || block.size() > MAX_COUNT) {
            throw new IllegalArgumentException("%d samples, must be 1 to %d".formatted(block.size(), MAX_COUNT));
        }
        long[] offsets = new long[block.size()];
        int[] steps = new int[block.size()];
        long firstNanos = block.nanosAt(0);
        for (int i = 0; i < steps.length; i++) {
            offsets[i] = block.nanosAt(i) - firstNanos;
            // The cast ends at the limits of an int.
            steps[i] = (int) Math.rint(block.valueAt(i) * STEPS_PER_UNIT);
        }
        if (offsets[steps.length - 1] > MAX_SPAN_NANOS) {
            throw new IllegalArgumentException("samples of %d ns, must be at most %d"
                    .formatted(offsets[steps.length - 1], MAX_SPAN_NANOS));
        }
        return new Samples(STEPS_PER_UNIT, offsets, steps);
    }

    /** At least 1. */
    public int count() {
        return steps.length;
    }

    /** From the first sample to the last. */
    public long spanNanos() {
        return offsetNanos[steps.length - 1];
    }

    /** How many steps make a volt or an ampere. */
    public int stepsPerUnit() {
        return stepsPerUnit;
    }

    /** How long after the first sample; 0 for that one. */
    public long offsetNanosAt(int index) {
        return offsetNanos[index];
    }

    /** Volts or amperes. */
    public double valueAt(int index) {
        return steps[index] / (double) stepsPerUnit;
    }

    /** The samples as bytes: the same samples are always the same bytes. */
    public byte[] packed() {
        var out = new Varints.Writer(MAX_PACKED_BYTES);
        long distance = 0;
        out.write(steps[0]);
        for (int i = 1; i < steps.length; i++) {
            long next = offsetNanos[i] - offsetNanos[i - 1];
            out.write(next - distance);
            out.write((long) steps[i] - steps[i - 1]);
            distance = next;
        }
        return out.bytes();
    }

    /**
     * Reads what {@link #packed} wrote.
     *
     * @param count how many samples the bytes hold
     * @throws MalformedLineException when the bytes end early or late, or hold what no samples can be
     */
    public static Samples unpacked(byte[] packed, int count, int stepsPerUnit) throws MalformedLineException {
        within("n", count, MAX_COUNT);
        within("resolution", stepsPerUnit, MAX_STEPS_PER_UNIT);
        var in = new Varints.Reader(packed);
        long[] offsets = new long[count];
        int[] steps = new int[count];
        long distance = 0;
        steps[0] = step(in.read(), 0, 0);
        for (int i = 1; i < count; i++) {
            distance = distance(in.read(), distance, offsets[i - 1], i);
            offsets[i] = offsets[i - 1] + distance;
            steps[i] = step(in.read(), steps[i - 1], i);
        }
        in.nothingLeft(count);
        return new Samples(stepsPerUnit, offsets, steps);
    }

    private static void within(String field, int value, int most) throws MalformedLineException {
        if (value < 1 || value > most) {
            throw new MalformedLineException("the field \"%s\" is %d, must be 1 to %d".formatted(field, value, most));
        }
    }

    private static long distance(long change, long before, long offset, int index) throws MalformedLineException {
        // First of all the change alone: what is within these bounds cannot overflow the sums.
        if (change > MAX_SPAN_NANOS || change < -MAX_SPAN_NANOS || before + change < 1
                || offset + before + change > MAX_SPAN_NANOS) {
            throw new MalformedLineException(
                    "the field \"data\" is damaged: sample %d lies not after the one before, or later than %d ns"
                            .formatted(index, MAX_SPAN_NANOS));
        }
        return before + change;
    }

    private static int step(long change, int before, int index) throws MalformedLineException {
        long step = before + Math.clamp(change, -MAX_STEP_CHANGE, MAX_STEP_CHANGE);
        if (step != (int) step) {
            throw new MalformedLineException(
                    "the field \"data\" is damaged: the value of sample %d does not fit 32 bits".formatted(index));
        }
        return (int) step;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Samples that && stepsPerUnit == that.stepsPerUnit
                && Arrays.equals(offsetNanos, that.offsetNanos) && Arrays.equals(steps, that.steps);
    }

    @Override
    public int hashCode() {
        return Objects.hash(stepsPerUnit, Arrays.hashCode(offsetNanos), Arrays.hashCode(steps));
    }

    @Override
    public String toString() {
        return "%d samples in %d ns".formatted(count(), spanNanos());
    }
}
