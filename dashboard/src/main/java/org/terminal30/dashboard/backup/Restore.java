package org.terminal30.dashboard.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Handle;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.Cell;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.SiteSnapshot;
import org.terminal30.dashboard.history.sqlite.DamagedException;
import org.terminal30.dashboard.history.sqlite.PackedKept;
import org.terminal30.dashboard.progress.Progress;
import org.terminal30.dashboard.registry.Registry;

/** Puts a backup into an empty dashboard that does not run. Killed at any moment, the same command goes on. */
public final class Restore {
    /** Pieces between two notes of how far it is: what a kill costs at most. */
    private static final int PIECES_AT_ONCE = 32;

    private final Registry registry;
    private final History history;
    private final RestoreMark mark;
    private final Progress progress;
    private final Stop stop;

    /** Into these stores, which nobody else writes meanwhile. */
    public Restore(Registry registry, History history, RestoreMark mark, Progress progress, Stop stop) {
        this.registry = registry;
        this.history = history;
        this.mark = mark;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * Puts it back.
     *
     * @throws BackupException when the file is damaged or none of ours, or the dashboard is not empty
     * @throws BackupException.Stopped when somebody wanted it to stop
     */
    public Contents from(Path file) {
        try (Handle open = BackupFile.openFinished(file)) {
            Chunks chunks = new Chunks(file, open);
            String digest = BackupFile.meta(open, "digest").orElse("");
            long done = begin(file, open, digest);
            Contents contents = check(file, chunks, digest);
            putBack(chunks, digest, done);
            registry.idsWerePutIn();
            verify(file, chunks);
            mark.delete();
            return contents;
        }
    }

    /** How many pieces an earlier run has put back. */
    private long begin(Path file, Handle backup, String digest) {
        Optional<RestoreMark.Stand> before = mark.read();
        if (before.isPresent() && !before.get().digest().equals(digest)) {
            throw new BackupException(
                    "another backup than %s was being put back here: go on with that one, or empty the data folder"
                            .formatted(file));
        }
        String theirs = BackupFile.meta(backup, "registry_version").orElse("unknown");
        String ours = registry.jdbi().withHandle(RegistryRows::version);
        if (!theirs.equals(ours)) {
            throw new BackupException(
                    "%s was made by version %s of the dashboard, whose registry is version %s; this one's is %s: restore it with that program, then install this one"
                            .formatted(file, BackupFile.meta(backup, "program").orElse("unknown"), theirs, ours));
        }
        if (before.isEmpty() && !isEmpty()) {
            throw new BackupException(
                    "the dashboard is not empty: a backup is put back into an empty data folder, registry and history only");
        }
        return before.map(RestoreMark.Stand::pieces).orElse(0L);
    }

    private boolean isEmpty() {
        try (HistorySnapshot snapshot = SiteSnapshot.of(history.snapshot(), registry.onlySite())) {
            return snapshot.extents().isEmpty() && snapshot.events("", 1).isEmpty()
                    && registry.jdbi().withHandle(handle -> RegistryRows.isEmpty(handle, Registry.TABLES));
        }
    }

    /** Before anything is written. */
    private Contents check(Path file, Chunks chunks, String digest) {
        progress.begin("Checking", "pieces", chunks.count());
        var contents = new Contents.Count();
        String found = BackupFile.hex(chunks.digest(marked -> {
            contents.add(marked.chunk());
            refuseForeign(file, marked.chunk());
            advance(1);
        }).digest());
        progress.end();
        if (!found.equals(digest)) {
            throw chunks.damaged("the list of its pieces, which is not what was written,", null);
        }
        return contents.contents();
    }

    /** A dashboard refuses bays of another site beside a registry that is one site's. */
    private void refuseForeign(Path file, Chunk chunk) {
        if (chunk.kind() == Chunk.Kind.CELLS || chunk.kind() == Chunk.Kind.WAVEFORMS) {
            String theirs = Places.site(chunk.place());
            registry.onlySite().filter(ours -> !ours.equals(theirs)).ifPresent(ours -> {
                throw new BackupException(
                        "%s has bays of site %s, the registry is that of site %s: restore it with --site %s"
                                .formatted(file, theirs, ours, theirs));
            });
        }
    }

    private void putBack(Chunks chunks, String digest, long before) {
        progress.begin("Restoring", "pieces", chunks.count());
        long[] pieces = {0};
        mark.write(new RestoreMark.Stand(digest, before));
        chunks.each(marked -> {
            pieces[0]++;
            if (pieces[0] <= before) {
                progress.skip(1);
                return;
            }
            putBack(chunks, marked.chunk());
            if (pieces[0] % PIECES_AT_ONCE == 0) {
                mark.write(new RestoreMark.Stand(digest, pieces[0]));
            }
            advance(1);
        });
        progress.end();
    }

    private void putBack(Chunks chunks, Chunk chunk) {
        try {
            switch (chunk.kind()) {
                case REGISTRY ->
                    registry.jdbi().<IOException>useTransaction(handle -> RegistryRows.putBack(handle, chunk));
                case CELLS -> history.putBack(PackedKept.unpacked(Places.series(chunk.place()), chunk.content()));
                case WAVEFORMS -> history.store(List.of(), List.of(), Squeezed.records(chunk.content()).stream()
                        .map(WireRecord.Waveform.class::cast).toList());
                case EVENTS -> history.store(List.of(), Squeezed.records(chunk.content()).stream()
                        .map(WireRecord.Event.class::cast).toList(), List.of());
            }
        } catch (IOException | DamagedException | IllegalArgumentException | ClassCastException unreadable) {
            throw chunks.damaged("the " + chunk.name(), unreadable);
        }
    }

    /** Whether what is there now is what the backup has. */
    private void verify(Path file, Chunks chunks) {
        progress.begin("Verifying", "pieces", chunks.count());
        long[] rows = {0};
        try (HistorySnapshot snapshot = SiteSnapshot.of(history.snapshot(), registry.onlySite())) {
            chunks.each(marked -> {
                Chunk chunk = marked.chunk();
                rows[0] += chunk.kind() == Chunk.Kind.REGISTRY ? chunk.entries() : 0;
                if (chunk.kind() == Chunk.Kind.CELLS && Places.isHour(chunk.place())) {
                    List<Cell> hour = snapshot.cells(Places.series(chunk.place()), Level.HOUR, Places.hour(chunk
                            .place()));
                    if (hour.size() != 1 || !Places.mark(hour.getFirst()).equals(marked.mark())) {
                        throw new BackupException(
                                "the %s are not in the store as they are in %s: empty the data folder and restore again"
                                        .formatted(chunk.name(), file));
                    }
                }
                advance(1);
            });
        }
        long found = registry.jdbi()
                .withHandle(handle -> Registry.TABLES.stream().mapToLong(table -> RegistryRows.count(handle, table))
                        .sum());
        if (found != rows[0]) {
            throw new BackupException("the registry has %d rows, %s has %d: empty the data folder and restore again"
                    .formatted(found, file, rows[0]));
        }
        progress.end();
    }

    private void advance(long more) {
        progress.advance(more);
        if (stop.isWanted()) {
            throw new BackupException.Stopped("Stopped at %s. The same command goes on from here.".formatted(
                    progress.soFar()));
        }
    }
}
