package org.terminal30.dashboard.history.sqlite;

/** Reads what a {@link NumberWriter} wrote. */
final class NumberReader {
    private final byte[] bytes;
    private int at;

    NumberReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    long read() throws DamagedException {
        long zigzag = 0;
        for (int shift = 0; shift < Long.SIZE; shift += NumberWriter.BITS) {
            if (at == bytes.length) {
                throw new DamagedException("ends within a number, at byte %d".formatted(at));
            }
            byte next = bytes[at++];
            zigzag |= (long) (next & (NumberWriter.MORE - 1)) << shift;
            if (next >= 0) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw new DamagedException("has a number of more than 64 bits, at byte %d".formatted(at));
    }

    /** A count of things of which each takes at least {@code bytesEach} bytes of what is left. */
    int count(int bytesEach) throws DamagedException {
        long count = read();
        if (count < 0 || count > (bytes.length - at) / bytesEach) {
            throw new DamagedException("says that it holds %d, in %d bytes".formatted(count, bytes.length - at));
        }
        return (int) count;
    }

    boolean more() {
        return at < bytes.length;
    }

    void nothingLeft() throws DamagedException {
        if (more()) {
            throw new DamagedException("goes on after its end, at byte %d of %d".formatted(at, bytes.length));
        }
    }
}
