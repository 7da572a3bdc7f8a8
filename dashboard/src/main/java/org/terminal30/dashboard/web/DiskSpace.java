package org.terminal30.dashboard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.history.Forecast;
import org.terminal30.dashboard.web.StorageView.Notice;
import org.terminal30.dashboard.web.StorageView.StoredFile;

/** The disk under the data folder. */
@Singleton
final class DiskSpace {
    /** Below this the disk counts as nearly full, whatever the forecast says: a commit, its log and a backup want room. */
    static final long LEAST_FREE_BYTES = 512L << 20;
    static final int WARNED_DAYS = 56;
    static final int URGENT_DAYS = 7;
    private static final int MAX_FILES = 1_000;
    private static final int DEPTH = 3;

    private final Path folder;

    DiskSpace(@Property(name = "terminal30.data") String folder) {
        this.folder = Path.of(folder);
    }

    /** Free for us, and altogether, in bytes. */
    long freeBytes() {
        return store().usable;
    }

    long totalBytes() {
        return store().total;
    }

    private record Room(long usable, long total) {}

    private Room store() {
        try {
            FileStore store = Files.getFileStore(folder);
            return new Room(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask how much room there is at " + folder, e);
        }
    }

    /** What lies in the folder, a database together with its log; at most {@value #MAX_FILES} files are looked at. */
    List<StoredFile> files() {
        Map<String, Long> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            files.filter(Files::isRegularFile).limit(MAX_FILES)
                    .forEach(file -> bytes.merge(folder.relativize(file).getName(0).toString()
                            .replaceAll("\\.db-(wal|shm|journal)$", ".db"), size(file), Long::sum));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
        return bytes.entrySet().stream().map(file -> new StoredFile(file.getKey(), file.getValue()))
                .sorted(Comparator.comparingLong(StoredFile::bytes).reversed()).toList();
    }

    /** A log can vanish while we look. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    /** What to tell people; empty while there is room. */
    static Optional<Notice> notice(long freeBytes, @Nullable Forecast forecast) {
        Integer known = forecast == null ? null : forecast.fullInDays();
        int days = known == null ? Integer.MAX_VALUE : known;
        if (freeBytes < LEAST_FREE_BYTES || days <= URGENT_DAYS) {
            return Optional.of(new Notice("critical",
                    ("The disk is nearly full: %d MB are left%s. When it is full, nothing new is"
                            + " stored here; the bays keep what they measure and send it when there is room again.")
                            .formatted(freeBytes >> 20,
                                    days <= URGENT_DAYS ? ", enough for %s".formatted(days(days)) : "")));
        }
        return days <= WARNED_DAYS
                ? Optional.of(new Notice("low",
                        ("At this rate the disk is full in %d weeks. Keep windows or seconds for a"
                                + " shorter time, or move the data folder to a larger disk.").formatted(days / 7)))
                : Optional.empty();
    }

    private static String days(int days) {
        return days <= 1 ? "a day" : "%d days".formatted(days);
    }
}
