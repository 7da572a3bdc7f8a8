package org.terminal30.agent.wire;

import java.util.Arrays;

/**
 * Signed numbers in as few bytes as they need: zigzag, so that small ones of either sign are small, then seven bits a byte, the
 * lowest first, the high bit on all but the last.
 */
final class Varints {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private Varints() {
    }

    /** Appends numbers up to a bound of bytes. */
    static final class Writer {
        private final byte[] bytes;
        private int size;

        Writer(int maxBytes) {
            this.bytes = new byte[maxBytes];
        }

        void write(long number) {
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

    /** Reads numbers one after the other. */
    static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        long read() throws MalformedLineException {
            long zigzag = 0;
            for (int shift = 0; shift < Long.SIZE; shift += BITS) {
                if (at == bytes.length) {
                    throw fault("ends within a number");
                }
                byte next = bytes[at++];
                zigzag |= (long) (next & (MORE - 1)) << shift;
                if (next >= 0) {
                    return (zigzag >>> 1) ^ -(zigzag & 1);
                }
            }
            throw fault("has a number of more than 64 bits");
        }

        void nothingLeft(int count) throws MalformedLineException {
            if (at < bytes.length) {
                throw fault("goes on after the %d samples".formatted(count));
            }
        }

        private MalformedLineException fault(String what) {
            return new MalformedLineException(
                    "the field \"data\" %s at byte %d of %d".formatted(what, at, bytes.length));
        }
    }
}
