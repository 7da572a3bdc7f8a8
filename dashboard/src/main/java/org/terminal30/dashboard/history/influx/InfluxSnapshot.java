package org.terminal30.dashboard.history.influx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.agent.wire.WireRecord.Waveform;
import org.terminal30.dashboard.history.Cell;
import org.terminal30.dashboard.history.Extent;
import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.history.HistoryUnavailableException;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.cells.Cells;
import org.terminal30.hardware.sample.Channel;

/** Everything in an InfluxDB and in the spool before it. Each piece is as it is when it is read. */
final class InfluxSnapshot implements HistorySnapshot {
    private static final String SERIES = "\"site\", \"bay\", \"channel\"";

    private final InfluxLink link;
    private final Layout layout;
    private final Backlog backlog;
    private final Runnable closing;
    private final NavigableSet<String> eventIds = new TreeSet<>();

    /** {@code closing}: what ends with it. */
    InfluxSnapshot(InfluxLink link, Layout layout, Backlog backlog, Runnable closing) {
        this.closing = closing;
        this.link = link;
        this.layout = layout;
        this.backlog = backlog;
    }

    private interface Question<T> {
        T ask() throws InfluxFault;
    }

    private static <T> T read(Question<T> question) {
        try {
            return question.ask();
        } catch (InfluxFault fault) {
            throw new HistoryUnavailableException(
                    "The history cannot be copied now. " + Standing.cause(fault.kind(), fault.reason()), fault);
        }
    }

    @Override
    public List<Extent> extents() {
        return read(() -> {
            Map<Series, TimeRange> found = new LinkedHashMap<>();
            for (Row row : ofEachSeries(layout.windows(), "waveform", "first")) {
                found.put(series(row), new TimeRange(0, 0));
            }
            for (String end : List.of("first", "last")) {
                for (Row row : ofEachSeries(layout.kept(), Layout.measurement(Level.DAY), end)) {
                    found.merge(series(row), day(row.timeNanos()), InfluxSnapshot::both);
                }
            }
            backlog.spans().forEach(span -> found.merge(span.series(), day(span.startNanos()), InfluxSnapshot::both));
            backlog.records().seriesOfWaveforms().forEach(series -> found.putIfAbsent(series, new TimeRange(0, 0)));
            return found.entrySet().stream().map(entry -> new Extent(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparing((Extent extent) -> extent.series().bay().site())
                            .thenComparing(extent -> extent.series().bay().bay())
                            .thenComparing(extent -> extent.series().channel().wireName()))
                    .toList();
        });
    }

    private List<Row> ofEachSeries(String database, String measurement, String selector) throws InfluxFault {
        return link.ask(database, "SELECT %s(\"n\") AS \"n\" FROM \"%s\" GROUP BY %s".formatted(selector, measurement,
                SERIES));
    }

    private static Series series(Row row) throws InfluxFault {
        return new Series(new BayId(row.required("site"), row.required("bay")),
                Channel.ofWireName(row.required("channel")).orElseThrow());
    }

    private static TimeRange day(long nanos) {
        long start = Level.DAY.floor(nanos);
        return new TimeRange(start, start + Level.DAY.stepNanos());
    }

    private static TimeRange both(TimeRange one, TimeRange other) {
        if (one.isEmpty()) {
            return other;
        }
        return new TimeRange(Math.min(one.fromNanos(), other.fromNanos()), Math.max(one.toNanos(), other.toNanos()));
    }

    @Override
    public List<Cell> cells(Series series, Level level, TimeRange range) {
        Backlog.View view = backlog.of(series);
        return read(() -> {
            Cells found = new Pieces(new VoltageReading(link, layout, series), view).cells(level, range.fromNanos(),
                    range.toNanos());
            List<Cell> cells = new ArrayList<>(found.size());
            for (int i = found.from(range.fromNanos()); i < found.size() && found.start(i) < range.toNanos(); i++) {
                cells.add(new Cell(found.start(i), found.minimum(i), found.maximum(i), found.sum(i), found.count(i)));
            }
            return cells;
        });
    }

    /** Cells as they are going to be when all roll-ups are made. */
    private record Pieces(VoltageReading reading, Backlog.View view) {
        Cells cells(Level level, long from, long to) throws InfluxFault {
            if (from >= to) {
                return new Cells();
            }
            Cells cells = reading.cells(level, from, to);
            if (level == Level.WINDOW) {
                for (Cells waiting : view.waiting().subMap(SpanKey.number(from), true, SpanKey.number(to - 1), true)
                        .values()) {
                    cells = cells.with(waiting);
                }
                return cells;
            }
            Level apart = level.compareTo(Level.TEN_MINUTES) < 0 ? Level.TEN_MINUTES : level;
            NavigableSet<Long> starts = new TreeSet<>();
            view.unsettled().subSet(SpanKey.number(from), true, SpanKey.number(to - 1), true)
                    .forEach(number -> starts.add(apart.floor(SpanKey.startNanos(number))));
            for (long start : starts) {
                cells = cells.with(cells(level.finer(), start, start + apart.stepNanos()).rolledUp(level));
            }
            return cells;
        }
    }

    @Override
    public List<Event> events(String afterId, int most) {
        return read(() -> {
            RecordReading reading = new RecordReading(link, layout);
            if (eventIds.isEmpty()) {
                eventIds.addAll(reading.eventIds());
                backlog.records().events().forEach(event -> eventIds.add(event.id()));
            }
            List<String> ids = eventIds.tailSet(afterId, false).stream().limit(most).toList();
            Map<String, Event> byId = new TreeMap<>();
            BinaryOperator<Event> newer = (one, other) -> other.revision() > one.revision() ? other : one;
            reading.events(ids).forEach(event -> byId.merge(event.id(), event, newer));
            ids.forEach(id -> backlog.records().event(id).ifPresent(event -> byId.merge(id, event, newer)));
            return List.copyOf(byId.values());
        });
    }

    @Override
    public List<Waveform> waveforms(Series series, long fromNanos, int most) {
        List<Waveform> waiting = backlog.records().waveforms(series);
        Map<Long, Waveform> byTime = new TreeMap<>();
        read(() -> new RecordReading(link, layout).waveforms(series, fromNanos, most))
                .forEach(waveform -> byTime.put(waveform.timeNanos(), waveform));
        waiting.stream().filter(waveform -> waveform.timeNanos() >= fromNanos)
                .forEach(waveform -> byTime.put(waveform.timeNanos(), waveform));
        return byTime.values().stream().limit(most).toList();
    }

    @Override
    public void close() {
        eventIds.clear();
        closing.run();
    }
}
