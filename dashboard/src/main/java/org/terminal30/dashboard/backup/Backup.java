package org.terminal30.dashboard.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import org.jdbi.v3.core.Handle;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.Cell;
import org.terminal30.dashboard.history.Extent;
import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.history.Kept;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.SiteSnapshot;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.sqlite.PackedKept;
import org.terminal30.dashboard.progress.Progress;
import org.terminal30.dashboard.registry.Registry;

/**
 * Writes the whole workshop into one file while its dashboard runs. Stopped or killed, the next run takes over every hour of windows
 * that is still as it was: what an hour's lowest, highest, sum and count say tells.
 */
public final class Backup {
    private static final int EVENTS = 2_000;
    private static final int WAVEFORMS = 64;
    /** Hours are looked up a month at a time. */
    private static final long MONTH = 30 * Level.DAY.stepNanos();

    private final Registry registry;
    private final Supplier<? extends HistorySnapshot> history;
    private final Progress progress;
    private final Stop stop;

    /** Of a history that sites share, {@code history}, it takes the part of the registry's site. */
    public Backup(Registry registry, Supplier<? extends HistorySnapshot> history, Progress progress, Stop stop) {
        this.registry = registry;
        this.history = history;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * Makes it.
     *
     * @param program version of this program
     * @throws BackupException when the file is there already or cannot be written
     * @throws BackupException.Stopped when somebody wanted it to stop
     */
    public Contents make(Path file, Instant now, String program) {
        if (Files.exists(file)) {
            throw new BackupException("%s is there already: give the backup another name".formatted(file));
        }
        try (Draft draft = Draft.open(file)) {
            String version = copy(draft);
            progress.begin("Verifying", "pieces", draft.chunks().count());
            var contents = new Contents.Count();
            MessageDigest digest = draft.chunks().digest(marked -> {
                contents.add(marked.chunk());
                advance(marked.chunk().name(), 1);
            });
            progress.end();
            draft.finish(file, digest, Map.of("made_at", now.toString(), "program", program, "registry_version",
                    version));
            return contents.contents();
        } catch (SQLException e) {
            throw new BackupException("the registry cannot be read", e);
        }
    }

    /** Both stores as they are at one moment: the history a little later, so that no job lacks its windows. */
    private String copy(Draft draft) throws SQLException {
        String version = copyRegistry(draft);
        try (HistorySnapshot snapshot = SiteSnapshot.of(history.get(), registry.onlySite())) {
            copyCells(draft, snapshot);
            copyWaveforms(draft, snapshot);
            copyEvents(draft, snapshot);
            draft.commit();
        }
        return version;
    }

    /** A transaction on a server is not held open for as long as the history takes. */
    private String copyRegistry(Draft draft) throws SQLException {
        try (Handle rows = registry.jdbi().open()) {
            RegistryRows.beginReading(rows);
            try {
                String version = RegistryRows.version(rows);
                copyRegistry(draft, rows);
                return version;
            } finally {
                RegistryRows.endReading(rows);
            }
        }
    }

    private void copyRegistry(Draft draft, Handle rows) throws SQLException {
        progress.begin("Registry", "tables", Registry.TABLES.size());
        draft.drop(Chunk.Kind.REGISTRY, "%");
        for (String table : Registry.TABLES) {
            RegistryRows.read(rows, table, chunk -> draft.put(chunk, ""));
            advance("the registry", 1);
        }
        draft.commit();
        progress.end();
    }

    private void copyCells(Draft draft, HistorySnapshot snapshot) {
        long hours = 0;
        for (Extent extent : snapshot.extents()) {
            for (TimeRange month : months(extent.range())) {
                hours += snapshot.cells(extent.series(), Level.HOUR, month).size();
            }
        }
        progress.begin("Windows", "hours", hours);
        draft.drop(Chunk.Kind.CELLS, "%/days");
        for (Extent extent : snapshot.extents()) {
            for (TimeRange month : months(extent.range())) {
                for (Cell hour : snapshot.cells(extent.series(), Level.HOUR, month)) {
                    copyHour(draft, snapshot, extent.series(), hour);
                }
            }
            copyDays(draft, snapshot, extent);
        }
        draft.commit();
        progress.end();
    }

    private void copyHour(Draft draft, HistorySnapshot snapshot, Series series, Cell hour) {
        String place = Places.hour(series, hour.startNanos());
        String mark = Places.mark(hour);
        if (draft.mark(Chunk.Kind.CELLS, place).equals(Optional.of(mark))) {
            progress.skip(1);
            return;
        }
        Kept kept = Kept.of(snapshot, series, Places.hourFrom(hour.startNanos()), Level.WINDOW, Level.HOUR);
        put(draft, place, kept, mark);
        advance("windows", 1);
    }

    /** Days of which no hours are left. */
    private static void copyDays(Draft draft, HistorySnapshot snapshot, Extent extent) {
        List<Cell> days = Kept.of(snapshot, extent.series(), extent.range(), Level.HOUR, Level.DAY).at(Level.DAY);
        if (!days.isEmpty()) {
            put(draft, Places.days(extent.series()), new Kept(extent.series(), Map.of(Level.DAY, days)), "");
        }
    }

    private static void put(Draft draft, String place, Kept kept, String mark) {
        long cells = kept.cells().values().stream().mapToLong(List::size).sum();
        draft.put(new Chunk(Chunk.Kind.CELLS, place, cells, PackedKept.packed(kept)), mark);
    }

    private static List<TimeRange> months(TimeRange range) {
        return LongStream.iterate(range.fromNanos(), from -> from < range.toNanos(),
                from -> from + MONTH).mapToObj(from -> new TimeRange(from, Math.min(from + MONTH, range.toNanos())))
                .toList();
    }

    private void copyWaveforms(Draft draft, HistorySnapshot snapshot) {
        progress.begin("Waveforms", "waveforms", 0);
        draft.drop(Chunk.Kind.WAVEFORMS, "%");
        for (Extent extent : snapshot.extents()) {
            Series series = extent.series();
            List<WireRecord.Waveform> some = snapshot.waveforms(series, 0, WAVEFORMS);
            while (!some.isEmpty()) {
                draft.put(new Chunk(Chunk.Kind.WAVEFORMS, Places.of(series, some.getFirst().timeNanos()), some.size(),
                        Squeezed.lines(some)), "");
                advance("waveforms", some.size());
                some = snapshot.waveforms(series, some.getLast().timeNanos() + 1, WAVEFORMS);
            }
        }
        draft.commit();
        progress.end();
    }

    private void copyEvents(Draft draft, HistorySnapshot snapshot) {
        progress.begin("Events", "events", 0);
        draft.drop(Chunk.Kind.EVENTS, "%");
        List<WireRecord.Event> some = snapshot.events("", EVENTS);
        while (!some.isEmpty()) {
            draft.put(new Chunk(Chunk.Kind.EVENTS, some.getFirst().id(), some.size(), Squeezed.lines(some)), "");
            advance("events", some.size());
            some = snapshot.events(some.getLast().id(), EVENTS);
        }
        progress.end();
    }

    private void advance(String at, long more) {
        progress.advance(more);
        if (stop.isWanted()) {
            throw new BackupException.Stopped("Stopped at the %s, %s. The same command goes on from here.".formatted(
                    at, progress.soFar()));
        }
    }
}
