package org.terminal30.hardware.trace;

/**
 * The median of many intervals in bounded memory: they are counted at four significant digits, so that the result is right
 * within 0.05 %, and a recorder's even intervals come out as they are.
 */
final class IntervalMedian {
    private static final int FOUR_DIGITS = 10_000;
    /** Decimal digits of the longest interval. */
    private static final int MAX_DIGITS = 19;

    /** By how many digits were cut off, and by those that were left; the first four digits may be rounded up to five. */
    private final long[][] counts = new long[MAX_DIGITS][];
    private long total;

    void add(long nanos) {
        int cut = 0;
        long scale = 1;
        while (nanos / scale >= FOUR_DIGITS) {
            scale *= 10;
            cut++;
        }
        if (counts[cut] == null) {
            counts[cut] = new long[FOUR_DIGITS + 1];
        }
        counts[cut][(int) ((nanos + scale / 2) / scale)]++;
        total++;
    }

    boolean isEmpty() {
        return total == 0;
    }

    /** The lower median, in nanoseconds. */
    long nanos() {
        long below = 0;
        long scale = 1;
        for (long[] decade : counts) {
            for (int digits = 0; decade != null && digits < decade.length; digits++) {
                below += decade[digits];
                if (below > 0 && below * 2 >= total) {
                    return digits * scale;
                }
            }
            scale *= 10;
        }
        throw new IllegalStateException("no interval was added");
    }
}
