package org.terminal30.dashboard.history.cells;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Grid;

/** The answer to a question, while it is gathered. */
public final class Buckets {
    private final Grid grid;
    private final long fromNanos;
    private final NavigableMap<Long, Total> totals = new TreeMap<>();

    /** {@code fromNanos}: where the range begins; what begins before and reaches into it belongs to its first bucket. */
    public Buckets(Grid grid, long fromNanos) {
        this.grid = grid;
        this.fromNanos = fromNanos;
    }

    public Grid grid() {
        return grid;
    }

    /** Adds what lies within the bucket of {@code startNanos}; on the finest grid a window is a bucket of its own. */
    public void add(long startNanos, long minimum, long maximum, double sum, long count) {
        long at = Math.max(startNanos, fromNanos);
        totals.computeIfAbsent(grid.isFinest() ? at : grid.bucket(at), start -> new Total())
                .add(minimum, maximum, sum, count);
    }

    /** Adds the cells that begin in a stretch, {@code end} exclusive. */
    public void add(Cells cells, long begin, long end) {
        for (int i = cells.from(begin); i < cells.size() && cells.start(i) < end; i++) {
            add(cells.start(i), cells.minimum(i), cells.maximum(i), (double) cells.sum(i), cells.count(i));
        }
    }

    public List<Bucket> inOrder() {
        return totals.entrySet().stream().map(entry -> entry.getValue().bucket(entry.getKey())).toList();
    }
}
