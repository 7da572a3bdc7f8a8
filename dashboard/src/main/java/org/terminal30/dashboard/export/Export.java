package org.terminal30.dashboard.export;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.Cell;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;

/** The text of a view, piece by piece: only one is in memory at a time. The same pieces for the same view, whenever they are asked for. */
public final class Export {
    private static final int EVENTS_AT_ONCE = 2_000;

    private final HistorySnapshot snapshot;
    private final View view;
    private final Format format;
    private final List<View.Piece> pieces;

    public Export(HistorySnapshot snapshot, View view, Format format) {
        this.snapshot = snapshot;
        this.view = view;
        this.format = format;
        this.pieces = format.hasSteps() ? view.pieces() : List.of();
    }

    /** How many pieces there are; the last is the end of the text with the events. */
    public int size() {
        return pieces.size() + 1;
    }

    /**
     * A piece of the text.
     *
     * @param hasSteps whether a piece before had a step
     */
    public Part part(int index, boolean hasSteps) {
        StringBuilder text = new StringBuilder(index == 0 ? Text.head(format) : "");
        if (index < pieces.size()) {
            return new Part(steps(text, pieces.get(index), hasSteps), hasSteps || text.length() > head(index));
        }
        text.append(format.hasSteps() ? Text.between(format) : "");
        if (format.hasEvents()) {
            events(text);
        }
        return new Part(text.append(Text.tail(format)).toString(), hasSteps);
    }

    /** A piece of text, and whether there was a step up to its end. */
    public record Part(String text, boolean hasSteps) {}

    private int head(int index) {
        return index == 0 ? Text.head(format).length() : 0;
    }

    private String steps(StringBuilder text, View.Piece piece, boolean hasSteps) {
        boolean follows = hasSteps;
        Steps steps = view.grid().map(grid -> onGrid(piece, grid)).orElseGet(() -> finest(piece));
        for (Cell cell : steps.cells) {
            text.append(follows ? Text.separator(format) : "").append(Text.step(format, piece.series(), cell,
                    steps.nanos));
            follows = true;
        }
        return text.toString();
    }

    private record Steps(List<Cell> cells, long nanos) {}

    /** What the chart shows; cells of the finest level that is kept where there are no finer ones. */
    private Steps onGrid(View.Piece piece, Grid grid) {
        Steps finest = finest(piece);
        if (finest.nanos > grid.stepNanos()) {
            return finest;
        }
        List<Cell> coarser = new ArrayList<>();
        for (Cell cell : finest.cells) {
            long start = grid.bucket(cell.startNanos());
            if (!coarser.isEmpty() && coarser.getLast().startNanos() == start) {
                coarser.set(coarser.size() - 1, coarser.getLast().and(cell));
            } else {
                coarser.add(new Cell(start, cell.minimum(), cell.maximum(), cell.sum(), cell.count()));
            }
        }
        return new Steps(coarser, grid.stepNanos());
    }

    private Steps finest(View.Piece piece) {
        Level wanted = view.grid().map(Level::within).orElse(Level.WINDOW);
        for (Level level : Level.values()) {
            List<Cell> cells = level.compareTo(wanted) < 0
                    ? List.of()
                    : exact(piece.series(), level, piece.range());
            if (!cells.isEmpty()) {
                return new Steps(cells, level.stepNanos());
            }
        }
        return new Steps(List.of(), Grid.WINDOW_NANOS);
    }

    /** Whole cells, and finer ones at the two ends of the range: what lies beyond them is somebody else's. */
    private List<Cell> exact(Series series, Level level, TimeRange range) {
        long firstWhole = level.ceil(range.fromNanos());
        long endOfWhole = level.floor(range.toNanos());
        boolean isWhole = firstWhole == range.fromNanos() && endOfWhole == range.toNanos();
        if (level == Level.WINDOW || isWhole) {
            return snapshot.cells(series, level, range);
        }
        if (firstWhole >= endOfWhole) {
            return exact(series, level.finer(), range);
        }
        List<Cell> cells = new ArrayList<>(exact(series, level.finer(), new TimeRange(range.fromNanos(), firstWhole)));
        cells.addAll(snapshot.cells(series, level, new TimeRange(firstWhole, endOfWhole)));
        cells.addAll(exact(series, level.finer(), new TimeRange(endOfWhole, range.toNanos())));
        return cells;
    }

    private void events(StringBuilder text) {
        boolean follows = false;
        List<WireRecord.Event> some = snapshot.events("", EVENTS_AT_ONCE);
        while (!some.isEmpty()) {
            for (WireRecord.Event event : some) {
                if (isSeen(event)) {
                    text.append(follows ? Text.separator(format) : "").append(Text.event(format, event));
                    follows = true;
                }
            }
            some = snapshot.events(some.getLast().id(), EVENTS_AT_ONCE);
        }
    }

    private boolean isSeen(WireRecord.Event event) {
        return view.channels().contains(event.channel()) && view.stretches().stream()
                .anyMatch(stretch -> stretch.bay().equals(event.bay()) && event.timeNanos() < stretch.range().toNanos()
                        && (event.open() || event.timeNanos() + event.durationNanos() >= stretch.range().fromNanos()));
    }
}
