package org.terminal30.dashboard.history.sqlite;

import java.util.Arrays;

/**
 * Signed numbers in as few bytes as they need: zigzag, so that small ones of either sign are small, then seven bits a byte, the
 * lowest first, the high bit on all but the last.
 */
final class NumberWriter {
    static final int BITS = 7;
    static final int MORE = 1 << BITS;
    private static final int MAX_BYTES = 10;

    private byte[] bytes;
    private int size;

    NumberWriter(int expectedBytes) {
        this.bytes = new byte[Math.max(MAX_BYTES, expectedBytes)];
    }

    void write(long number) {
        if (bytes.length - size < MAX_BYTES) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        long zigzag = (number << 1) ^ (number >> (Long.SIZE - 1));
        while (zigzag >>> BITS != 0) {
            bytes[size++] = (byte) (zigzag | MORE);
            zigzag >>>= BITS;
        }
        bytes[size++] = (byte) zigzag;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
