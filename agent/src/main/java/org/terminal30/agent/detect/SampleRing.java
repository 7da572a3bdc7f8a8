package org.terminal30.agent.detect;

import org.terminal30.hardware.sample.SampleBlock;

/** The last samples of a channel. Each has a number, counted from 0 since the beginning. */
final class SampleRing {
    private final long[] nanos;
    private final double[] values;
    private long written;
    private int next;

    SampleRing(int capacity) {
        this.nanos = new long[capacity];
        this.values = new double[capacity];
    }

    /** Takes samples of a block from one index, inclusive, to another, exclusive. */
    void add(SampleBlock block, int from, int to) {
        int at = from;
        while (at < to) {
            int count = Math.min(to - at, nanos.length - next);
            block.copyTo(at, at + count, nanos, values, next);
            next = next + count == nanos.length ? 0 : next + count;
            written += count;
            at += count;
        }
    }

    /** Number of the next sample. */
    long written() {
        return written;
    }

    /** Number of the oldest sample that is still there. */
    long oldest() {
        return Math.max(0, written - nanos.length);
    }

    long nanosAt(long number) {
        return nanos[place(number)];
    }

    double valueAt(long number) {
        return values[place(number)];
    }

    /** Number of the first sample that is still there and not before this time; that of the next one when there is none. */
    long firstFrom(long fromNanos) {
        long low = oldest();
        long high = written;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (nanosAt(middle) < fromNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int place(long number) {
        return (int) (number % nanos.length);
    }
}
