package org.terminal30.dashboard.history.influx;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionException;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.agent.wire.WireRecord.Waveform;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.HistoryUnavailableException;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.Stored;
import org.terminal30.dashboard.history.cells.Cells;
import org.terminal30.dashboard.history.commit.GroupCommit;
import org.terminal30.dashboard.history.influx.Backlog.Mark;
import org.terminal30.dashboard.history.influx.SpoolTables.Amount;
import org.terminal30.dashboard.history.influx.SpoolTables.Batch;
import org.terminal30.dashboard.history.influx.SpoolTables.Refused;

/**
 * What was acknowledged and is not in InfluxDB yet, in an SQLite file, in the order in which it came; with it, in the same
 * transaction, which spans need their roll-ups made. Safe for any thread.
 */
final class Spool implements AutoCloseable {
    private final Jdbi jdbi;
    private final Backlog backlog;
    private final Clock clock;
    private final long limitBytes;
    private final GroupCommit writer;
    private volatile Amount waiting;
    private volatile Amount refused;

    /** Takes up what the last process left; {@code maxWindows} of what waits are in memory as well. */
    Spool(Jdbi jdbi, Backlog backlog, Clock clock, long limitBytes, int maxWindows) {
        this.jdbi = jdbi;
        this.backlog = backlog;
        this.clock = clock;
        this.limitBytes = limitBytes;
        this.writer = new GroupCommit(jdbi);
        this.waiting = jdbi.withHandle(SpoolTables::waiting);
        this.refused = jdbi.withHandle(SpoolTables::refused);
        jdbi.useHandle(handle -> recover(handle, maxWindows));
        writer.start();
    }

    private void recover(Handle handle, int maxWindows) {
        List<Mark> marks = SpoolTables.marks(handle);
        backlog.hide(SpoolTables.newest(handle, maxWindows, this::waits));
        // What waits has marked its spans just now, with the same batches.
        marks.forEach(mark -> backlog.mark(mark.span(), mark.batch()));
        backlog.forwarded(SpoolTables.oldest(handle, 1).stream().mapToLong(batch -> batch.id() - 1).findFirst()
                .orElseGet(() -> SpoolTables.lastGiven(handle)));
    }

    private void waits(Batch batch) {
        backlog.add(batch.id(), SecondTry.parts(batch.lines()));
        backlog.records().add(batch.id(), Lines.records(batch.lines()));
    }

    /**
     * Returns when the batch is on disk.
     *
     * @throws HistoryUnavailableException when it is not, because there is no more room
     */
    Stored store(List<Window> windows, List<Event> events, List<Waveform> waveforms) {
        return submit(new Arrival(windows, events, waveforms));
    }

    private <T> T submit(GroupCommit.Change<T> change) {
        try {
            return writer.submit(change);
        } catch (TransactionException failed) {
            if (failed.getCause() instanceof HistoryUnavailableException full) {
                throw full;
            }
            throw failed;
        }
    }

    /** The oldest batches, of {@code records} altogether; none when nothing waits. */
    List<Batch> oldest(int records) {
        return jdbi.withHandle(handle -> SpoolTables.oldest(handle, records));
    }

    /** Lets go of what InfluxDB has, and sets aside what it did not take, both or neither. */
    void forwarded(long upTo, List<Refused> notTaken) {
        long now = EpochNanos.of(clock.instant());
        submit(new GroupCommit.Change<Amount>() {
            private Amount gone = Amount.NONE;
            private Amount aside = Amount.NONE;

            @Override
            public Amount apply(Handle handle) {
                notTaken.forEach(lines -> SpoolTables.refuse(handle, now, lines));
                aside = SpoolTables.refused(handle);
                gone = SpoolTables.waiting(handle, upTo);
                SpoolTables.delete(handle, upTo);
                return gone;
            }

            @Override
            public void committed() {
                refused = aside;
                waiting = new Amount(waiting.records() - gone.records(), waiting.bytes() - gone.bytes(),
                        gone.oldestNanos());
                backlog.forwarded(upTo);
            }
        });
    }

    /** What InfluxDB did not take waits once more. */
    void tryAgain() {
        long now = EpochNanos.of(clock.instant());
        submit(new GroupCommit.Change<List<Batch>>() {
            private List<Batch> again = List.of();
            private Amount left = Amount.NONE;
            private Amount aside = Amount.NONE;

            @Override
            public List<Batch> apply(Handle handle) {
                again = SecondTry.of(handle, now);
                left = SpoolTables.waiting(handle);
                aside = SpoolTables.refused(handle);
                return again;
            }

            @Override
            public void committed() {
                again.forEach(Spool.this::waits);
                waiting = left;
                refused = aside;
            }
        });
    }

    /** The roll-ups of these spans are in InfluxDB. */
    void settled(List<Mark> marks) {
        submit(new GroupCommit.Change<Integer>() {
            @Override
            public Integer apply(Handle handle) {
                marks.forEach(mark -> SpoolTables.unmark(handle, mark));
                return marks.size();
            }

            @Override
            public void committed() {
                backlog.settled(marks);
            }
        });
    }

    Amount waiting() {
        return waiting;
    }

    Amount refused() {
        return refused;
    }

    long limitBytes() {
        return limitBytes;
    }

    boolean isFull() {
        return waiting.bytes() + refused.bytes() >= limitBytes;
    }

    @Override
    public void close() {
        writer.close();
    }

    /** A batch on its way into the spool. */
    private final class Arrival implements GroupCommit.Change<Stored> {
        private final List<Window> windows;
        private final List<Event> events;
        private final List<Waveform> waveforms;
        private final Map<SpanKey, Cells> news = new LinkedHashMap<>();
        private final List<WireRecord> records = new ArrayList<>();
        private Amount amount = Amount.NONE;
        private long id;

        Arrival(List<Window> windows, List<Event> events, List<Waveform> waveforms) {
            this.windows = windows;
            this.events = events;
            this.waveforms = waveforms;
        }

        @Override
        public Stored apply(Handle handle) {
            int overwritten = 0;
            for (var part : parts().entrySet()) {
                Cells known = backlog.of(part.getKey()).orElseGet(Cells::new);
                Cells unknown = part.getValue().notIn(known);
                overwritten += unknown.startsIn(known);
                if (!unknown.isEmpty()) {
                    news.put(part.getKey(), unknown);
                }
            }
            List<Event> newEvents = events.stream().filter(event -> SpoolTables.isNews(handle, event)).toList();
            records.addAll(waveforms);
            records.addAll(newEvents);
            append(handle);
            return new Stored(overwritten, newEvents);
        }

        private Map<SpanKey, Cells> parts() {
            Map<SpanKey, Cells> parts = new LinkedHashMap<>();
            // Of two with the same label the later one stays: the sort keeps their order.
            windows.stream().sorted(Comparator.comparingLong(Window::timeNanos)).forEach(window -> Lines.append(
                    parts.computeIfAbsent(new SpanKey(new Series(window.bay(), window.channel()),
                            SpanKey.number(window.timeNanos())), span -> new Cells()),
                    window));
            return parts;
        }

        private void append(Handle handle) {
            List<String> lines = new ArrayList<>();
            news.forEach((span, cells) -> lines.addAll(Lines.of(span.series(),
                    Level.WINDOW, cells)));
            int count = lines.size();
            records.forEach(record -> lines.add(Lines.of(record)));
            if (lines.isEmpty()) {
                return;
            }
            byte[] deflated = Deflated.of(lines);
            long now = EpochNanos.of(clock.instant());
            amount = new Amount(lines.size(), deflated.length, now);
            if (waiting.bytes() + refused.bytes() + deflated.length > limitBytes) {
                throw new HistoryUnavailableException(
                        "The spool is full: %d records wait for InfluxDB in %d bytes, and there may be %d. Bays keep what they measure."
                                .formatted(waiting.records(), waiting.bytes() + refused.bytes(), limitBytes));
            }
            id = SpoolTables.append(handle, now, lines.size(), count, deflated);
            news.keySet().forEach(span -> SpoolTables.mark(handle, span, id));
        }

        @Override
        public void committed() {
            if (amount.records() > 0) {
                waiting = waiting.and(amount);
                backlog.add(id, news);
                backlog.records().add(id, records);
            }
        }
    }
}
