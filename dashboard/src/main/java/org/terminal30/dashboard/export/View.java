package org.terminal30.dashboard.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.hardware.sample.Channel;

/**
 * What is exported.
 *
 * @param stretches in order of time
 * @param grid how a chart cuts it; empty for the finest that is kept
 */
public record View(List<Stretch> stretches, List<Channel> channels, Optional<Grid> grid) {
    /** Steps in a piece, at most about so many: bounds what is in memory. */
    private static final long STEPS = 36_000;

    public View {
        stretches = List.copyOf(stretches);
        channels = List.copyOf(channels);
    }

    /** A part of a series that is read in one go. */
    record Piece(Series series, TimeRange range) {}

    /** In order of stretches, channels and time. They begin where steps do, save the first of a stretch. */
    List<Piece> pieces() {
        long step = grid.map(Grid::stepNanos).orElse(Grid.WINDOW_NANOS);
        long length = Math.max(Level.HOUR.stepNanos(), Math.multiplyExact(step, Math.min(STEPS,
                Long.MAX_VALUE / step / 2)));
        List<Piece> pieces = new ArrayList<>();
        for (Stretch stretch : stretches) {
            for (Channel channel : channels) {
                Series series = new Series(stretch.bay(), channel);
                long from = stretch.range().fromNanos();
                while (from < stretch.range().toNanos()) {
                    long end = Math.min(from - Math.floorMod(from, length) + length, stretch.range().toNanos());
                    pieces.add(new Piece(series, new TimeRange(from, end)));
                    from = end;
                }
            }
        }
        return pieces;
    }
}
