package org.terminal30.dashboard.history.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionException;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.Databases;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.Stored;
import org.terminal30.dashboard.history.TimeRange;

/** The history in one SQLite file: one writer at a time, readers beside it that never wait for it (WAL). */
@Singleton
public final class SqliteHistory implements History {
    private final Jdbi jdbi;
    private final SeriesIds ids = new SeriesIds();
    /** Waiting here costs nothing; waiting for SQLite's own lock is polling. */
    private final ReentrantLock writing = new ReentrantLock();

    public SqliteHistory(@Named(Databases.HISTORY) Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Stored store(List<WireRecord.Window> windows, List<WireRecord.Event> events,
            List<WireRecord.Waveform> waveforms) {
        if (windows.isEmpty() && events.isEmpty() && waveforms.isEmpty()) {
            return new Stored(0, List.of());
        }
        Map<Series, Long> used = new HashMap<>();
        writing.lock();
        try {
            Stored stored = jdbi.inTransaction(handle -> {
                Stream.concat(windows.stream().map(window -> new Series(window.bay(), window.channel())),
                        waveforms.stream().map(waveform -> new Series(waveform.bay(), waveform.channel())))
                        .forEach(series -> used.computeIfAbsent(series, it -> ids.findOrMake(handle, it)));
                int overwritten = WindowTable.store(handle, windows, used);
                WaveformTable.store(handle, waveforms, used);
                return new Stored(overwritten, changed(handle, events));
            });
            ids.keep(used);
            return stored;
        } catch (SQLException failed) {
            throw new TransactionException("the history could not be written", failed);
        } finally {
            writing.unlock();
        }
    }

    private static List<WireRecord.Event> changed(Handle handle, List<WireRecord.Event> events) {
        return events.stream().filter(event -> EventTable.store(handle, event)).toList();
    }

    @Override
    public List<Bucket> buckets(Series series, TimeRange range, Grid grid) {
        return jdbi.withHandle(handle -> {
            OptionalLong id = ids.find(handle, series);
            return id.isPresent() ? WindowTable.buckets(handle, id.getAsLong(), range, grid) : List.of();
        });
    }

    @Override
    public OptionalDouble lowest(Series series, TimeRange range) {
        return jdbi.withHandle(handle -> {
            OptionalLong id = ids.find(handle, series);
            return id.isPresent() ? WindowTable.lowest(handle, id.getAsLong(), range) : OptionalDouble.empty();
        });
    }

    @Override
    public List<WireRecord.Event> events(BayId bay, TimeRange range) {
        return jdbi.withHandle(handle -> EventTable.touching(handle, bay, range));
    }

    @Override
    public Optional<WireRecord.Event> event(String id) {
        return jdbi.withHandle(handle -> EventTable.find(handle, id));
    }

    @Override
    public List<WireRecord.Waveform> waveforms(Series series, TimeRange range) {
        return jdbi.withHandle(handle -> {
            OptionalLong id = ids.find(handle, series);
            return id.isPresent()
                    ? WaveformTable.touching(handle, id.getAsLong(), series, range)
                    : List.<WireRecord.Waveform>of();
        });
    }
}
