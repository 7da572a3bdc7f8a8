package org.terminal30.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times that were measured. Safe for any thread. */
public final class Percentiles {
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final List<Long> nanos = new ArrayList<>();

    public synchronized void add(long duration) {
        nanos.add(duration);
    }

    synchronized void clear() {
        nanos.clear();
    }

    @Override
    public synchronized String toString() {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty()
                ? "nothing measured"
                : String.format(Locale.ROOT, "median %.1f ms, p99 %.1f ms, max %.1f ms, n %d", millis(sorted, 0.5),
                        millis(sorted, 0.99), millis(sorted, 1), sorted.size());
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.round(share * (sorted.size() - 1))) / NANOS_PER_MILLI;
    }
}
