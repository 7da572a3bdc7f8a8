package org.terminal30.dashboard.history.influx;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.cells.Cells;

/** Makes the cells of every level of one series from those of the next finer one, as InfluxDB has them, and writes them there. */
final class RollUps {
    /** Cells that are asked for at once: a little more than an hour of seconds. */
    private static final long MAX_CELLS = 4096;

    private final InfluxLink link;
    private final Layout layout;
    private final Series series;
    private final VoltageReading reading;

    RollUps(InfluxLink link, Layout layout, Series series) {
        this.link = link;
        this.layout = layout;
        this.series = series;
        this.reading = new VoltageReading(link, layout, series);
    }

    /** Makes those of whole spans of ten minutes; where there are no windows any more, nothing is written over. */
    void make(List<SpanKey> spans) throws InfluxFault {
        for (Level level : Level.values()) {
            if (level != Level.WINDOW) {
                NavigableSet<Long> starts = new TreeSet<>();
                spans.forEach(span -> cellsOf(span, level, starts));
                write(level, rolledUp(level, starts));
            }
        }
    }

    private static void cellsOf(SpanKey span, Level level, NavigableSet<Long> starts) {
        for (long start = level.floor(span.startNanos()); start < span.endNanos(); start += level.stepNanos()) {
            starts.add(start);
        }
    }

    /** Writes cells of several levels, and what they make at coarser ones; a given cell counts more than one that is made. */
    void putBack(Map<Level, Cells> given) throws InfluxFault {
        NavigableSet<Long> finer = new TreeSet<>();
        for (Level level : Level.values()) {
            NavigableSet<Long> starts = new TreeSet<>();
            finer.forEach(start -> starts.add(level.floor(start)));
            Cells cells = given.getOrDefault(level, new Cells());
            write(level, starts.isEmpty() ? cells : rolledUp(level, starts).with(cells));
            for (int i = 0; i < cells.size(); i++) {
                starts.add(cells.start(i));
            }
            finer = starts;
        }
    }

    private Cells rolledUp(Level level, NavigableSet<Long> starts) throws InfluxFault {
        Cells made = new Cells();
        Long first = starts.isEmpty() ? null : starts.first();
        while (first != null) {
            long end = starts.floor(first + (MAX_CELLS - 1) * level.stepNanos()) + level.stepNanos();
            Cells all = reading.rolledUp(level.finer(), level, new TimeRange(first, end));
            for (int i = 0; i < all.size(); i++) {
                if (starts.contains(all.start(i))) {
                    made.append(all, i);
                }
            }
            first = starts.ceiling(end);
        }
        return made;
    }

    private void write(Level level, Cells cells) throws InfluxFault {
        if (!cells.isEmpty()) {
            for (List<String> piece : Forwarder.pieces(Lines.of(series, level, cells))) {
                link.write(layout.of(level), piece);
            }
        }
    }
}
