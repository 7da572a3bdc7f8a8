package org.terminal30.hardware.serial;

import java.util.List;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.SampleSink;

/** The rows of one read, waiting for their times; then one block for each channel. Allocates nothing after its construction. */
final class RowBatch {
    static final int CAPACITY = 1024;

    /** Host time of a row. */
    @FunctionalInterface
    interface Times {
        long nanosOf(int row, long deviceNanos);
    }

    private final List<ChannelScale> scales;
    private final SampleBlock[] blocks;
    private final long[] deviceNanos = new long[CAPACITY];
    private final double[] readings;
    private final long[] lostBefore;
    private int size;
    private long lastNanos = Long.MIN_VALUE;
    private long implausible;
    private long misplaced;

    RowBatch(List<ChannelScale> scales) {
        this.scales = scales;
        this.readings = new double[CAPACITY * scales.size()];
        this.lostBefore = new long[scales.size()];
        this.blocks = scales.stream().map(scale -> new SampleBlock(scale.channel(), CAPACITY))
                .toArray(SampleBlock[]::new);
    }

    boolean isFull() {
        return size == CAPACITY;
    }

    int size() {
        return size;
    }

    void add(long rowDeviceNanos, double[] row) {
        deviceNanos[size] = rowDeviceNanos;
        System.arraycopy(row, 0, readings, size * scales.size(), scales.size());
        size++;
    }

    /** So many rows right before the next one were lost. To be told of an empty batch. */
    void followsLoss(long rows) {
        for (int channel = 0; channel < lostBefore.length; channel++) {
            lostBefore[channel] += rows;
        }
    }

    long firstDeviceNanos() {
        return deviceNanos[0];
    }

    long lastDeviceNanos() {
        return deviceNanos[size - 1];
    }

    /** Host time of the last row handed out; every later one is after it. */
    long lastNanos() {
        return lastNanos;
    }

    /** Hands the rows out and empties the batch; how many samples that were. */
    int handOut(Times times, SampleSink sink) {
        for (int row = 0; row < size; row++) {
            long nanos = times.nanosOf(row, deviceNanos[row]);
            if (nanos > lastNanos) {
                place(row, nanos);
                lastNanos = nanos;
            } else {
                misplaced++;
            }
        }
        size = 0;
        return emptyBlocks(sink);
    }

    private void place(int row, long nanos) {
        for (int channel = 0; channel < blocks.length; channel++) {
            double reading = readings[row * blocks.length + channel];
            if (Double.isNaN(reading)) {
                continue;
            }
            ChannelScale scale = scales.get(channel);
            double value = scale.calibration().apply(reading);
            if (scale.plausible().contains(value)) {
                if (lostBefore[channel] > 0) {
                    blocks[channel].followsLoss(lostBefore[channel]);
                    lostBefore[channel] = 0;
                }
                blocks[channel].add(nanos, value);
            } else {
                implausible++;
            }
        }
    }

    private int emptyBlocks(SampleSink sink) {
        int samples = 0;
        for (SampleBlock block : blocks) {
            if (!block.isEmpty()) {
                samples += block.size();
                sink.accept(block);
                block.clear();
            }
        }
        return samples;
    }

    /** Values that were outside the plausible range of their channel. */
    long implausible() {
        return implausible;
    }

    /** Rows whose time was not after the one before. */
    long misplaced() {
        return misplaced;
    }
}
