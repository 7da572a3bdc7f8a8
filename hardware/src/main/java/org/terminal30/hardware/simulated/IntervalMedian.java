package org.terminal30.hardware.simulated;

import java.util.Map;
import java.util.TreeMap;

/**
 * The median of many intervals in bounded memory: they are counted at four significant digits, so that the result is right
 * within 0.05 %, and a recorder's even intervals come out as they are.
 */
final class IntervalMedian {
    private static final long FOUR_DIGITS = 10_000;

    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private long total;

    void add(long nanos) {
        long scale = 1;
        while (nanos / scale >= FOUR_DIGITS) {
            scale *= 10;
        }
        counts.merge((nanos + scale / 2) / scale * scale, 1L, Long::sum);
        total++;
    }

    boolean isEmpty() {
        return total == 0;
    }

    /** The lower median, in nanoseconds. */
    long nanos() {
        long below = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            below += entry.getValue();
            if (below * 2 >= total) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("no interval was added");
    }
}
