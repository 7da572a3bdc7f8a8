package org.terminal30.dashboard.history.sqlite;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jdbi.v3.core.Handle;

import org.terminal30.dashboard.history.Cell;
import org.terminal30.dashboard.history.Kept;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.cells.Cells;
import org.terminal30.dashboard.history.commit.GroupCommit;

/** Cells of a copy, written into blocks and roll-ups without passing through the journal. */
final class PutBack implements GroupCommit.Change<Long> {
    private static final List<Level> IN_BLOCKS = List.of(Level.WINDOW, Level.SECOND, Level.TEN_SECONDS, Level.MINUTE);
    private static final List<Level> IN_ROLLUPS = List.of(Level.TEN_MINUTES, Level.HOUR, Level.DAY);

    private final Kept kept;
    private final SeriesIds ids;
    private final BatchWriter batches;
    private long series;

    PutBack(Kept kept, SeriesIds ids, BatchWriter batches) {
        this.kept = kept;
        this.ids = ids;
        this.batches = batches;
    }

    @Override
    public Long apply(Handle handle) {
        series = ids.findOrMake(handle, kept.series());
        TreeSet<Long> spans = new TreeSet<>();
        IN_BLOCKS.forEach(level -> kept.at(level).forEach(cell -> spans.add(Span.number(cell.startNanos()))));
        spans.forEach(number -> writeSpan(handle, new Span(series, number)));
        IN_ROLLUPS.forEach(level -> RollupTable.write(handle, series, level, cells(kept.at(level).stream())));
        return series;
    }

    private void writeSpan(Handle handle, Span span) {
        Remains remains = BlockTable.remains(handle, span).and(copied(span));
        BlockTable.write(handle, new Block(span, BlockTable.journal(handle, span).orElse(0), remains));
    }

    /** What the copy has of a span, at the coarsest level that finer ones do not make. */
    private Remains copied(Span span) {
        Remains copied = Remains.NOTHING;
        for (Level level : IN_BLOCKS) {
            Cells others = cells(level, span);
            if (!others.isEmpty()) {
                copied = new Remains(level, copied.at(level).with(others));
            }
        }
        return copied;
    }

    private Cells cells(Level level, Span span) {
        return cells(kept.at(level).stream().filter(cell -> cell.startNanos() >= span.startNanos()
                && cell.startNanos() < span.endNanos()));
    }

    static Cells cells(Stream<Cell> copied) {
        Cells cells = new Cells();
        copied.forEach(cell -> cells.append(cell.startNanos(), cell.minimum(), cell.maximum(), cell.sum(),
                cell.count()));
        return cells;
    }

    @Override
    public void committed() {
        ids.keep(Map.of(kept.series(), series));
        kept.cells().values().forEach(cells -> batches.note(series, cells.getLast().startNanos()));
    }
}
