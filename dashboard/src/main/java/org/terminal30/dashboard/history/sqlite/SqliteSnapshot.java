package org.terminal30.dashboard.history.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.Cell;
import org.terminal30.dashboard.history.Extent;
import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.cells.Cells;
import org.terminal30.hardware.sample.Channel;

/**
 * The file as it was at one moment: one read transaction. Another process may write meanwhile; its log grows until this is closed.
 * Windows that wait in the journal are taken as the blocks that they are going to be.
 */
public final class SqliteSnapshot implements HistorySnapshot {
    private final Handle handle;
    private final SeriesIds ids = new SeriesIds();
    private final Waiting waiting = new Waiting(Integer.MAX_VALUE);

    private SqliteSnapshot(Handle handle) {
        this.handle = handle;
    }

    /** Of a file that is migrated; whether a dashboard has it open does not matter. */
    public static SqliteSnapshot of(Jdbi jdbi) {
        SqliteSnapshot snapshot = new SqliteSnapshot(jdbi.open());
        boolean taken = false;
        try {
            // Not the driver's own transaction, which is set to take the writer's lock.
            snapshot.handle.execute("begin deferred");
            new BatchWriter(snapshot.ids, snapshot.waiting).recover(snapshot.handle);
            taken = true;
        } finally {
            if (!taken) {
                snapshot.handle.close();
            }
        }
        return snapshot;
    }

    @Override
    public List<Extent> extents() {
        return handle.createQuery("select id, site, bay, channel from series order by site, bay, channel")
                .map((row, context) -> new Extent(new Series(new BayId(row.getString("site"), row.getString("bay")),
                        Channel.ofWireName(row.getString("channel")).orElseThrow()), range(row.getLong("id"))))
                .list();
    }

    private TimeRange range(long id) {
        List<Long> starts = new ArrayList<>(waiting.of(id).keySet().stream()
                .map(number -> new Span(id, number).startNanos()).toList());
        RollupTable.days(handle, id).ifPresent(days -> {
            starts.add(days.fromNanos());
            starts.add(days.toNanos() - 1);
        });
        return starts.isEmpty()
                ? new TimeRange(0, 0)
                : new TimeRange(Level.DAY.floor(starts.stream().min(Long::compare).orElseThrow()),
                        Level.DAY.ceil(starts.stream().max(Long::compare).orElseThrow() + 1));
    }

    @Override
    public List<Cell> cells(Series series, Level level, TimeRange range) {
        OptionalLong id = ids.find(handle, series);
        List<Cell> cells = new ArrayList<>();
        if (id.isPresent() && !range.isEmpty()) {
            Cells found = cells(id.getAsLong(), level, range.fromNanos(), range.toNanos());
            for (int i = found.from(range.fromNanos()); i < found.size() && found.start(i) < range.toNanos(); i++) {
                cells.add(new Cell(found.start(i), found.minimum(i), found.maximum(i), found.sum(i), found.count(i)));
            }
        }
        return cells;
    }

    private Cells cells(long id, Level level, long from, long to) {
        if (level.compareTo(Level.MINUTE) < 0) {
            return ofBlocks(id, level, from, to);
        }
        Cells cells = RollupTable.cells(handle, id, level, from, to);
        return level == Level.MINUTE
                ? cells.with(waitingMinutes(id, from, to))
                : cells.with(unsettled(id, level, from, to));
    }

    private Cells ofBlocks(long id, Level level, long from, long to) {
        long first = Span.number(from);
        long last = Span.number(to - 1);
        NavigableMap<Long, Cells> blocks = new TreeMap<>(BlockTable.cells(handle, level, id, first, last));
        blocks.keySet().removeIf(number -> BlockTable.finest(handle, new Span(id, number)).compareTo(level) > 0);
        waiting.of(id).subMap(first, true, last, true).forEach((number, newer) -> {
            Remains remains = settled(id, number).with(newer);
            if (remains.level().compareTo(level) <= 0) {
                blocks.put(number, remains.at(level));
            }
        });
        Cells all = new Cells();
        blocks.values().forEach(block -> {
            for (int i = 0; i < block.size(); i++) {
                all.append(block, i);
            }
        });
        return all;
    }

    private Remains settled(long id, long number) {
        return BlockTable.remains(handle, new Span(id, number));
    }

    private Cells waitingMinutes(long id, long from, long to) {
        Cells minutes = new Cells();
        waiting.of(id).subMap(Span.number(from), true, Span.number(to - 1), true).forEach((number, newer) -> {
            Cells made = settled(id, number).with(newer).at(Level.MINUTE);
            for (int i = made.from(from); i < made.size() && made.start(i) < to; i++) {
                minutes.append(made, i);
            }
        });
        return minutes;
    }

    /** The cells in which windows wait, as sealing is going to add them up. */
    private Cells unsettled(long id, Level level, long from, long to) {
        NavigableSet<Long> starts = new TreeSet<>();
        waiting.of(id).subMap(Span.number(from), true, Span.number(to - 1), true).keySet()
                .forEach(number -> starts.add(level.floor(new Span(id, number).startNanos())));
        Cells made = new Cells();
        starts.forEach(start -> {
            Cells cell = cells(id, level.finer(), start, start + level.stepNanos()).rolledUp(level);
            made.append(cell, 0);
        });
        return made;
    }

    @Override
    public List<WireRecord.Event> events(String afterId, int most) {
        return EventTable.after(handle, afterId, most);
    }

    @Override
    public List<WireRecord.Waveform> waveforms(Series series, long fromNanos, int most) {
        OptionalLong id = ids.find(handle, series);
        return id.isPresent()
                ? WaveformTable.from(handle, id.getAsLong(), series, fromNanos, most)
                : List.of();
    }

    @Override
    public void close() {
        handle.execute("rollback");
        handle.close();
    }
}
