package org.terminal30.dashboard.history.influx;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WindowLimits;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.agent.wire.WireRecord.Waveform;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.history.HistoryUnavailableException;
import org.terminal30.dashboard.history.Kept;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.StoreState;
import org.terminal30.dashboard.history.Stored;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.cells.Buckets;
import org.terminal30.dashboard.history.cells.Cells;

/**
 * The history in an InfluxDB. What arrives is durable in a spool on the dashboard's own disk first, and sent on from there: bays are
 * taken in while InfluxDB is away. What waits there is in the answers as well, as far as it is little.
 */
public final class InfluxHistory implements History, AutoCloseable {
    private static final TimeRange EVER = TimeRange.of(WindowLimits.EARLIEST, WindowLimits.LATEST);

    private final SpoolFile file;
    private final Backlog backlog;
    private final Spool spool;
    private final InfluxLink link;
    private final Layout layout;
    private final Reach writing;
    private final Reach reading;
    private final Forwarder forwarder;
    private final Settler settler;
    private final Standing standing;

    /** Opens the spool in a folder and takes up what the last process left; does not wait for InfluxDB. */
    InfluxHistory(Path folder, InfluxSettings settings, Clock clock) {
        this.file = new SpoolFile(folder);
        this.backlog = new Backlog(settings.maxWindowsInMemory());
        this.spool = new Spool(file.jdbi(), backlog, clock, settings.spoolBytes(), settings.maxWindowsInMemory());
        this.link = new InfluxLink(settings.login());
        this.layout = settings.layout();
        this.writing = new Reach("written", clock);
        this.reading = new Reach("read", clock);
        this.forwarder = new Forwarder(spool, backlog, link, layout, writing);
        this.settler = new Settler(spool, backlog, link, layout, reading);
        this.standing = new Standing(spool, backlog, writing, reading, clock);
    }

    /**
     * Opened for a command; sends nothing before {@link #start}.
     *
     * @param properties the value of a key, where there is one
     * @throws IllegalArgumentException when one of them is missing or wrong
     */
    public static InfluxHistory open(Path folder, Function<String, Optional<String>> properties, Clock clock) {
        return new InfluxHistory(folder, InfluxSettings.read(properties), clock);
    }

    /** Everything there is, beside a dashboard that sends; closing it closes what was opened for it. */
    public static HistorySnapshot snapshot(Path folder, Function<String, Optional<String>> properties, Clock clock) {
        InfluxHistory history = open(folder, properties, clock);
        return new InfluxSnapshot(history.link, history.layout, history.backlog, history::close);
    }

    /** Begins to send what waits, once more also what InfluxDB did not take. */
    public void start() {
        spool.tryAgain();
        forwarder.start();
        settler.start();
    }

    /** Sends everything and makes all roll-ups, now. */
    void settleAll() throws InfluxFault {
        boolean more = true;
        while (more) {
            more = forwarder.sendNext() || spool.waiting().records() > 0;
        }
        more = true;
        while (more) {
            more = settler.settleNext(true);
        }
    }

    /** Sends one parcel. */
    void sendNext() throws InfluxFault {
        forwarder.sendNext();
    }

    /** Makes the roll-ups of a few spans; false when none are due. */
    boolean settleNext() throws InfluxFault {
        return settler.settleNext(true);
    }

    @Override
    public Stored store(List<Window> windows, List<Event> events, List<Waveform> waveforms) {
        if (windows.isEmpty() && events.isEmpty() && waveforms.isEmpty()) {
            return new Stored(0, List.of());
        }
        Stored stored = spool.store(windows, events, waveforms);
        forwarder.call();
        return stored;
    }

    @Override
    public List<Bucket> buckets(Series series, TimeRange range, Grid grid) {
        return gathered(series, range, grid).inOrder();
    }

    @Override
    public Level finest(Series series, TimeRange range) {
        return read(() -> new VoltageReading(link, layout, series).finest(range.within(EVER)));
    }

    @Override
    public OptionalDouble lowest(Series series, TimeRange range) {
        return gathered(series, range, new Grid(0, Long.MAX_VALUE / Level.DAY.stepNanos() * Level.DAY.stepNanos()))
                .inOrder().stream().mapToDouble(Bucket::minimum).min();
    }

    private Buckets gathered(Series series, TimeRange range, Grid grid) {
        Backlog.View view = backlog.of(series);
        Buckets buckets = new Buckets(grid, range.fromNanos());
        return read(() -> {
            new VoltageReading(link, layout, series).read(range.within(EVER), view, buckets);
            return buckets;
        });
    }

    @Override
    public List<Event> events(BayId bay, TimeRange range) {
        List<Event> all = new ArrayList<>(backlog.records().events(bay));
        all.addAll(read(() -> new RecordReading(link, layout).events(bay, range)));
        return RecordReading.newest(all).stream().filter(event -> RecordReading.touches(event, range)).toList();
    }

    @Override
    public Optional<Event> event(String id) {
        Optional<Event> waits = backlog.records().event(id);
        return waits.isPresent() ? waits : read(() -> new RecordReading(link, layout).event(id));
    }

    @Override
    public List<Waveform> waveforms(Series series, TimeRange range) {
        List<Waveform> waiting = backlog.records().waveforms(series);
        Map<Long, Waveform> byTime = new TreeMap<>();
        read(() -> new RecordReading(link, layout).waveforms(series, range))
                .forEach(waveform -> byTime.put(waveform.timeNanos(), waveform));
        waiting.forEach(waveform -> byTime.put(waveform.timeNanos(), waveform));
        return byTime.values().stream().filter(waveform -> RecordReading.touches(waveform, range))
                .sorted(Comparator.comparingLong(Waveform::timeNanos)).limit(MAX_WAVEFORMS).toList();
    }

    private interface Question<T> {
        T ask() throws InfluxFault;
    }

    private <T> T read(Question<T> question) {
        try {
            T answer = question.ask();
            reading.works();
            return answer;
        } catch (InfluxFault fault) {
            reading.fails(fault);
            throw new HistoryUnavailableException(
                    "The history cannot be read now. " + Standing.cause(fault.kind(), fault.reason()), fault);
        }
    }

    @Override
    public HistorySnapshot snapshot() {
        if (backlog.isHiding()) {
            throw new HistoryUnavailableException("More waits for InfluxDB than can be read from here: "
                    + String.join(" ", standing.state().words()));
        }
        return new InfluxSnapshot(link, layout, backlog, () -> {
            // What it reads stays open with the history.
        });
    }

    @Override
    public void putBack(Kept kept) {
        Map<Level, Cells> given = new EnumMap<>(Level.class);
        kept.cells().forEach((level, copied) -> {
            Cells cells = new Cells(copied.size());
            copied.forEach(cell -> cells.append(cell.startNanos(), cell.minimum(), cell.maximum(), cell.sum(),
                    cell.count()));
            given.put(level, cells);
        });
        try {
            new RollUps(link, layout, kept.series()).putBack(given);
            writing.works();
        } catch (InfluxFault fault) {
            writing.fails(fault);
            throw new HistoryUnavailableException("InfluxDB did not take what was put back. " + Standing.cause(
                    fault.kind(), fault.reason()), fault);
        }
    }

    @Override
    public StoreState state() {
        return standing.state();
    }

    /** What waits stays in the spool. */
    @Override
    public void close() {
        link.cancel();
        forwarder.close();
        settler.close();
        spool.close();
        link.close();
        file.close();
    }
}
