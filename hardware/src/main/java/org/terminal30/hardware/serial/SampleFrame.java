package org.terminal30.hardware.serial;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A view of a sample frame in the buffer it was decoded into: rows at even distances in time, each with a count for every
 * channel (docs/stream.md). Valid until the next byte is decoded.
 */
final class SampleFrame {
    static final int HEADER_BYTES = 16;
    /** The fastest front-end there is a place for, 100 000 rows a second. */
    static final long MIN_INTERVAL_NANOS = 10_000;
    static final long MAX_INTERVAL_NANOS = 1_000_000_000;
    static final int MAX_CHANNELS = 8;
    /** As many as fit the longest frame with one channel. */
    static final int MAX_ROWS = (CobsSplitter.MAX_FRAME_BYTES - HEADER_BYTES - 2) / 2;
    static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] buffer = new byte[HEADER_BYTES];
    private int rows;

    /** Looks at a frame of which the CRC is cut off; false when its parts contradict each other. */
    boolean view(byte[] bytes, int length) {
        if (length < HEADER_BYTES) {
            return false;
        }
        buffer = bytes;
        int rowBytes = 2 * channels();
        if (channels() < 1 || channels() > MAX_CHANNELS || intervalNanos() < MIN_INTERVAL_NANOS
                || intervalNanos() > MAX_INTERVAL_NANOS || (length - HEADER_BYTES) % rowBytes != 0) {
            return false;
        }
        rows = (length - HEADER_BYTES) / rowBytes;
        return rows > 0;
    }

    /** Which start of the front-end the frame belongs to. */
    int run() {
        return unsignedShort(1);
    }

    /** Rows that were measured in this run before the first one of the frame, modulo 2^32. */
    int firstRow() {
        return (int) INT.get(buffer, 3);
    }

    /** The device's clock at the first row, in microseconds modulo 2^32. */
    long micros() {
        return unsignedInt(7);
    }

    /** From row to row. */
    long intervalNanos() {
        return unsignedInt(11);
    }

    int channels() {
        return buffer[15];
    }

    int rows() {
        return rows;
    }

    /** What the converter counted, 0 to 65 535. */
    int count(int row, int channel) {
        return unsignedShort(HEADER_BYTES + 2 * (row * channels() + channel));
    }

    private int unsignedShort(int at) {
        return Short.toUnsignedInt((short) SHORT.get(buffer, at));
    }

    private long unsignedInt(int at) {
        return Integer.toUnsignedLong((int) INT.get(buffer, at));
    }
}
