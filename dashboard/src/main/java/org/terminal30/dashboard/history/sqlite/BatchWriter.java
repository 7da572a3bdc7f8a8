package org.terminal30.dashboard.history.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.agent.wire.WireRecord.Waveform;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.Stored;
import org.terminal30.dashboard.history.cells.Cells;
import org.terminal30.dashboard.history.cells.Steps;
import org.terminal30.dashboard.history.commit.GroupCommit;

/** Writes batches of records into the journal and the tables. Everything but the start happens on the writer's thread. */
final class BatchWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

    private final SeriesIds ids;
    private final Waiting waiting;
    /** No window of a series that is later than this is known. */
    private final Map<Long, Long> newest = new HashMap<>();
    private long journal;

    BatchWriter(SeriesIds ids, Waiting waiting) {
        this.ids = ids;
        this.waiting = waiting;
    }

    /** Takes up where the last process stopped: what is in the journal and in no block waits again. */
    void recover(Handle handle) {
        Map<Span, OptionalLong> blocks = new HashMap<>();
        JournalTable.readAll(handle, row -> {
            List<Part> missing = row.parts().stream().filter(part -> blocks
                    .computeIfAbsent(part.span(), span -> BlockTable.journal(handle, span)).orElse(-1) < row.id())
                    .toList();
            waiting.add(row.id(), missing);
            missing.forEach(part -> newest.merge(part.span().series(), part.windows().lastStart(), Math::max));
        });
        newest.replaceAll((series, latest) -> Math.max(latest, BlockTable.end(handle, series).orElse(latest)));
        journal = JournalTable.newest(handle);
    }

    /** Windows up to a moment are in blocks that did not pass here. */
    void note(long series, long latestNanos) {
        newest.merge(series, latestNanos, Math::max);
    }

    /** A batch to be written. */
    final class Batch implements GroupCommit.Change<Stored> {
        private final List<Window> windows;
        private final List<Event> events;
        private final List<Waveform> waveforms;
        private final Map<Series, Long> used = new HashMap<>();
        private final List<Part> news = new ArrayList<>();
        private long row;

        /** The lists are not looked at any more when the batch is on disk. */
        Batch(List<Window> windows, List<Event> events, List<Waveform> waveforms) {
            this.windows = windows;
            this.events = events;
            this.waveforms = waveforms;
        }

        @Override
        public Stored apply(Handle handle) throws SQLException {
            Stream.concat(windows.stream().map(window -> new Series(window.bay(), window.channel())),
                    waveforms.stream().map(waveform -> new Series(waveform.bay(), waveform.channel())))
                    .forEach(series -> used.computeIfAbsent(series, it -> ids.findOrMake(handle, it)));
            int overwritten = 0;
            for (Part part : parts()) {
                Cells coming = waiting.of(part.span()).orElseGet(Cells::new);
                Remains known = known(handle, part);
                Cells unknown = known.news(part.windows(), coming);
                overwritten += known.overwrittenBy(unknown, coming);
                if (!unknown.isEmpty()) {
                    news.add(new Part(part.span(), unknown));
                }
            }
            if (!news.isEmpty()) {
                row = ++journal;
                JournalTable.append(handle, row, news);
            }
            WaveformTable.store(handle, waveforms, used);
            return new Stored(overwritten, events.stream().filter(event -> EventTable.store(handle, event)).toList());
        }

        private List<Part> parts() {
            Map<Span, Cells> spans = new TreeMap<>(
                    Comparator.comparingLong(Span::series).thenComparingLong(Span::number));
            // Of two with the same label the later one stays: the sort keeps their order.
            windows.stream().sorted(Comparator.comparingLong(Window::timeNanos)).forEach(window -> {
                long series = used.getOrDefault(new Series(window.bay(), window.channel()), 0L);
                spans.computeIfAbsent(Span.of(series, window.timeNanos()), span -> new Cells()).append(
                        window.timeNanos(), Steps.of(window.minimum()), Steps.of(window.maximum()),
                        Steps.of(window.sum()), window.count());
            });
            return spans.entrySet().stream().map(entry -> new Part(entry.getKey(), entry.getValue())).toList();
        }

        @Override
        public void committed() {
            ids.keep(used);
            if (!news.isEmpty()) {
                waiting.add(row, news);
                news.forEach(part -> newest.merge(part.span().series(), part.windows().lastStart(), Math::max));
            }
        }
    }

    /** What is in the block of the span, as far as the part can meet it. One that cannot be read keeps nothing from being stored. */
    private Remains known(Handle handle, Part part) {
        Span span = part.span();
        long latest = newest.computeIfAbsent(span.series(),
                series -> BlockTable.end(handle, series).orElse(Long.MIN_VALUE));
        if (part.windows().start(0) > latest) {
            return Remains.NOTHING;
        }
        try {
            return BlockTable.remains(handle, span);
        } catch (DamagedBlockException damaged) {
            LOG.warn("Windows that are written over are not counted: {}", damaged.getMessage());
            return Remains.NOTHING;
        }
    }
}
