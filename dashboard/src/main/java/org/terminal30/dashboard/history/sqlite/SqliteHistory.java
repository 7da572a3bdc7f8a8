package org.terminal30.dashboard.history.sqlite;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionException;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WindowLimits;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.Databases;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.history.Kept;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.StoreChoice;
import org.terminal30.dashboard.history.Stored;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.cells.Buckets;
import org.terminal30.dashboard.history.cells.Cells;
import org.terminal30.dashboard.history.commit.GroupCommit;

/**
 * The history in one SQLite file: one writer, readers beside it that never wait for it (WAL). Windows are durable in a journal first,
 * and put into blocks of ten minutes, with what they make at coarser levels, when their time is over.
 */
@Singleton
@Requires(property = StoreChoice.PROPERTY, value = StoreChoice.SQLITE, defaultValue = StoreChoice.SQLITE)
public final class SqliteHistory implements History, AutoCloseable {
    /** Windows in memory that are in no block yet, 40 bytes each: ten minutes of twenty bays with two channels. */
    private static final int MAX_WAITING_WINDOWS = 250_000;
    private static final TimeRange EVER = TimeRange.of(WindowLimits.EARLIEST, WindowLimits.LATEST);

    private final Jdbi jdbi;
    private final StoreMeters meters;
    private final SeriesIds ids = new SeriesIds();
    private final Waiting waiting;
    private final GroupCommit writer;
    private final BatchWriter batches;
    private final Sealer sealer;

    /** Migrates what an earlier version left, and takes up what the last process left. */
    @Inject
    public SqliteHistory(@Named(Databases.HISTORY) Jdbi jdbi, MeterRegistry registry) {
        this(jdbi, MAX_WAITING_WINDOWS, registry);
    }

    SqliteHistory(Jdbi jdbi, int maxWaitingWindows) {
        this(jdbi, maxWaitingWindows, new SimpleMeterRegistry());
    }

    /** Of a file that no server watches over: for commands. */
    public SqliteHistory(Jdbi jdbi) {
        this(jdbi, MAX_WAITING_WINDOWS);
    }

    private SqliteHistory(Jdbi jdbi, int maxWaitingWindows, MeterRegistry registry) {
        this.jdbi = jdbi;
        this.meters = new StoreMeters(registry);
        this.waiting = new Waiting(maxWaitingWindows);
        this.writer = new GroupCommit(jdbi, meters::committed);
        this.batches = new BatchWriter(ids, waiting);
        this.sealer = new Sealer(jdbi, waiting, writer, meters);
        new VoltageRows(jdbi).move();
        jdbi.useHandle(batches::recover);
        writer.start();
        sealer.start();
        meters.watch(jdbi, waiting);
    }

    Jdbi jdbi() {
        return jdbi;
    }

    GroupCommit writer() {
        return writer;
    }

    StoreMeters meters() {
        return meters;
    }

    @Override
    public Stored store(List<WireRecord.Window> windows, List<WireRecord.Event> events,
            List<WireRecord.Waveform> waveforms) {
        if (windows.isEmpty() && events.isEmpty() && waveforms.isEmpty()) {
            return new Stored(0, List.of());
        }
        try {
            if (!waiting.awaitRoom()) {
                throw new TransactionException("too much waits to be put into blocks, which does not succeed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TransactionException("interrupted before the history was written", interrupted);
        }
        Stored stored = writer.submit(batches.new Batch(windows, events, waveforms));
        meters.stored(windows.size());
        sealer.call();
        return stored;
    }

    /** Puts everything that waits into blocks, now. */
    void sealAll() {
        sealer.seal(true);
    }

    /** Puts one span into its block and leaves the journal as it is; false when nothing waits. */
    boolean sealNext() {
        return sealer.sealNext(true);
    }

    /** What waits stays in the journal. */
    @Override
    @PreDestroy
    public void close() {
        sealer.close();
        writer.close();
    }

    @Override
    public List<Bucket> buckets(Series series, TimeRange range, Grid grid) {
        return gathered(series, range, grid).inOrder();
    }

    @Override
    public OptionalDouble lowest(Series series, TimeRange range) {
        return gathered(series, range, new Grid(0, Long.MAX_VALUE / Level.DAY.stepNanos() * Level.DAY.stepNanos()))
                .inOrder().stream().mapToDouble(Bucket::minimum).min();
    }

    @Override
    public Level finest(Series series, TimeRange range) {
        TimeRange known = range.within(EVER);
        return jdbi.withHandle(handle -> {
            OptionalLong id = ids.find(handle, series);
            return id.isEmpty() || known.isEmpty()
                    ? Level.WINDOW
                    : BlockTable.finest(handle, id.getAsLong(), Span.number(known.fromNanos()),
                            Span.number(known.toNanos() - 1));
        });
    }

    private Buckets gathered(Series series, TimeRange range, Grid grid) {
        TimeRange known = range.within(EVER);
        Buckets buckets = new Buckets(grid, known.fromNanos());
        jdbi.useHandle(handle -> {
            OptionalLong id = ids.find(handle, series);
            if (id.isPresent()) {
                NavigableMap<Long, Cells> inMemory = waiting.of(id.getAsLong());
                new Pyramid(handle, id.getAsLong(), inMemory, buckets).read(known);
            }
        });
        return buckets;
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

    @Override
    public HistorySnapshot snapshot() {
        return SqliteSnapshot.of(jdbi);
    }

    /** The sealer reads blocks before it writes them: not while others are written here. */
    @Override
    public void putBack(Kept kept) {
        synchronized (sealer) {
            writer.submit(new PutBack(kept, ids, batches));
        }
    }
}
