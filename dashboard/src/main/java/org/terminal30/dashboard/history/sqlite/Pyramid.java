package org.terminal30.dashboard.history.sqlite;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.jdbi.v3.core.Handle;

import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.cells.Buckets;
import org.terminal30.dashboard.history.cells.Cells;

/**
 * Reads one series: from whole cells of one level as far as the range has whole ones, from ever finer levels at its two ends, and
 * from windows where some wait to be put into their block. Exact to the window, and as much work for ten years as for ten minutes.
 *
 * <p>Where windows are not kept any longer, the finest cells that are stand for them: one that begins before the range and reaches
 * into it counts as a whole, in the first bucket, one that reaches beyond its end counts as well. No minimum is missed.
 */
final class Pyramid {
    /** A question on an odd grid is answered from windows: not all of them in memory at once. */
    private static final int BLOCKS_AT_ONCE = 24;

    private final Handle handle;
    private final long series;
    /** What waited when the question came. It was looked at before the blocks: windows that went into one since are in both. */
    private final NavigableMap<Long, Cells> waiting;
    private final Buckets buckets;

    Pyramid(Handle handle, long series, NavigableMap<Long, Cells> waiting, Buckets buckets) {
        this.handle = handle;
        this.series = series;
        this.waiting = waiting;
        this.buckets = buckets;
    }

    void read(TimeRange range) {
        if (!range.isEmpty()) {
            Level finest = BlockTable.finest(handle, Span.of(series, range.fromNanos()));
            long from = finest == Level.WINDOW ? range.fromNanos() : finest.floor(range.fromNanos());
            read(Level.within(buckets.grid()), from, range.toNanos());
        }
    }

    private void read(Level level, long from, long to) {
        if (from >= to) {
            return;
        }
        if (level == Level.WINDOW) {
            readBlocks(level, from, to);
            return;
        }
        long firstWhole = level.ceil(from);
        long endOfWhole = level.floor(to);
        if (firstWhole >= endOfWhole) {
            read(level.finer(), from, to);
            return;
        }
        read(level.finer(), from, firstWhole);
        if (level.compareTo(Level.MINUTE) < 0) {
            readBlocks(level, firstWhole, endOfWhole);
        } else {
            readRollups(level, firstWhole, endOfWhole);
        }
        read(level.finer(), endOfWhole, to);
    }

    /** Cells in which something waits are made of finer ones; a minute's neighbours in its block count with it. */
    private void readRollups(Level level, long from, long to) {
        Level apart = level.compareTo(Level.TEN_MINUTES) < 0 ? Level.TEN_MINUTES : level;
        NavigableSet<Long> unsettled = new TreeSet<>();
        waiting.subMap(Span.number(from), true, Span.number(to - 1), true).keySet()
                .forEach(number -> unsettled.add(apart.floor(new Span(series, number).startNanos())));
        long at = from;
        for (long start : unsettled) {
            long end = Math.min(to, start + apart.stepNanos());
            readSettled(level, at, Math.max(from, start));
            read(level.finer(), Math.max(from, start), end);
            at = end;
        }
        readSettled(level, at, to);
    }

    private void readSettled(Level level, long from, long to) {
        if (from < to) {
            RollupTable.read(handle, series, level, from, to, buckets);
        }
    }

    private void readBlocks(Level level, long from, long to) {
        long last = Span.number(to - 1);
        for (long first = Span.number(from); first <= last; first += BLOCKS_AT_ONCE) {
            readBlocks(level, first, Math.min(last, first + BLOCKS_AT_ONCE - 1), from, to);
        }
    }

    private void readBlocks(Level level, long first, long last, long from, long to) {
        NavigableMap<Long, Cells> cells = BlockTable.cells(handle, level, series, first, last);
        waiting.subMap(first, true, last, true)
                .forEach((number, newer) -> cells.put(number, merged(level, number, newer)));
        cells.values().forEach(block -> buckets.add(block, from, to));
    }

    private Cells merged(Level level, long number, Cells newer) {
        return BlockTable.remains(handle, new Span(series, number)).with(newer).at(level);
    }
}
