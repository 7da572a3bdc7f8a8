package org.terminal30.dashboard.history.sqlite;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Grid;

/** The answer to a question, while it is gathered. */
final class Buckets {
    private final Grid grid;
    private final NavigableMap<Long, Total> totals = new TreeMap<>();

    Buckets(Grid grid) {
        this.grid = grid;
    }

    Grid grid() {
        return grid;
    }

    /** Adds what lies within the bucket of {@code startNanos}; on the finest grid a window is a bucket of its own. */
    void add(long startNanos, long minimum, long maximum, double sum, long count) {
        totals.computeIfAbsent(grid.isFinest() ? startNanos : grid.bucket(startNanos), start -> new Total())
                .add(minimum, maximum, sum, count);
    }

    /** Adds the cells that begin in a stretch, {@code toNanos} exclusive. */
    void add(Cells cells, long fromNanos, long toNanos) {
        for (int i = cells.from(fromNanos); i < cells.size() && cells.start(i) < toNanos; i++) {
            add(cells.start(i), cells.minimum(i), cells.maximum(i), (double) cells.sum(i), cells.count(i));
        }
    }

    List<Bucket> inOrder() {
        return totals.entrySet().stream().map(entry -> entry.getValue().bucket(entry.getKey())).toList();
    }
}
