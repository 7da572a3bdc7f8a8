package org.terminal30.hardware.sample;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * Consecutive samples of one channel, oldest first, in two parallel columns. A source fills and reuses its blocks, so a
 * receiver copies what it keeps. Not safe for use by several threads.
 *
 * <p>Times are nanoseconds of the host's monotonic clock, strictly increasing within a channel over all its blocks; values
 * are calibrated volts, or amperes for a current channel, never NaN. What could not be read is absent, not a value.
 */
public final class SampleBlock {
    private final Channel channel;
    private final long[] nanos;
    private final double[] values;
    private int size;
    private long lostBefore;

    public SampleBlock(Channel channel, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is %d, must be at least 1".formatted(capacity));
        }
        this.channel = Objects.requireNonNull(channel);
        this.nanos = new long[capacity];
        this.values = new double[capacity];
    }

    public Channel channel() {
        return channel;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean isFull() {
        return size == nanos.length;
    }

    /** Time of sample {@code index}, 0 being the oldest. */
    public long nanosAt(int index) {
        return nanos[Objects.checkIndex(index, size)];
    }

    /** Value of sample {@code index} in the unit of the channel. */
    public double valueAt(int index) {
        return values[Objects.checkIndex(index, size)];
    }

    /**
     * Appends a sample.
     *
     * @throws IllegalStateException when the block is full
     * @throws IllegalArgumentException when the value is not finite or the time is not after the last one
     */
    public void add(long atNanos, double value) {
        if (isFull()) {
            throw new IllegalStateException("block of %s is full at %d samples".formatted(channel, size));
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value of %s is %s, must be finite".formatted(channel, value));
        }
        if (size > 0 && atNanos <= nanos[size - 1]) {
            throw new IllegalArgumentException(
                    "time of %s goes from %d to %d ns, must increase".formatted(channel, nanos[size - 1], atNanos));
        }
        nanos[size] = atNanos;
        values[size] = value;
        size++;
    }

    /** Copies the samples from one index, inclusive, to another, exclusive, into two columns from {@code at} on. */
    public void copyTo(int from, int to, long[] toNanos, double[] toValues, int at) {
        Objects.checkFromToIndex(from, to, size);
        System.arraycopy(nanos, from, toNanos, at, to - from);
        System.arraycopy(values, from, toValues, at, to - from);
    }

    /** Index of the first sample from {@code from} on that is not before this time; the size when there is none. */
    public int firstFrom(long fromNanos, int from) {
        Objects.checkIndex(from, size + 1);
        // In growing steps first: whoever asks mostly wants the next few samples of a long block.
        int low = from;
        int step = 1;
        while (low + step < size && nanos[low + step] < fromNanos) {
            low += step;
            step *= 2;
        }
        int found = Arrays.binarySearch(nanos, low, Math.min(low + step, size), fromNanos);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * Samples that the device took right before the first one here did not arrive: a number in its sequence is missing.
     *
     * @param samples how many; at least 1
     * @throws IllegalStateException when there are samples already: what follows a loss begins a block
     */
    public void followsLoss(long samples) {
        if (size > 0) {
            throw new IllegalStateException(
                    "block of %s has %d samples, a loss can only lie before the first".formatted(channel, size));
        }
        if (samples < 1) {
            throw new IllegalArgumentException("samples lost is %d, must be at least 1".formatted(samples));
        }
        lostBefore = samples;
    }

    /** Samples that are known to have been lost right before the first one; mostly 0. */
    public long lostBefore() {
        return lostBefore;
    }

    /**
     * Puts another value in the place of each, by a line that knows the source better.
     *
     * @throws IllegalArgumentException when a new value is not finite
     */
    public void replaceValues(DoubleUnaryOperator with) {
        for (int i = 0; i < size; i++) {
            double value = with.applyAsDouble(values[i]);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value of %s becomes %s, must be finite".formatted(channel, value));
            }
            values[i] = value;
        }
    }

    public void clear() {
        size = 0;
        lostBefore = 0;
    }
}
