package org.terminal30.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.terminal30.dashboard.backup.RestoreMark;

/** Holds a data folder for one dashboard, or for a restore into it. Gone with the process, however that ends. */
final class FolderLock implements AutoCloseable {
    private static final String NAME = "dashboard.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * For the dashboard.
     *
     * @throws IllegalStateException when another process has the folder, or a backup is put back into it
     */
    static FolderLock forServing(Path folder) {
        FolderLock lock = take(folder).orElseThrow(() -> new IllegalStateException(
                "another dashboard uses the data folder %s: stop it, or choose another with --data".formatted(folder)));
        if (new RestoreMark(folder).isThere()) {
            lock.close();
            throw new IllegalStateException(
                    "a backup was not put back completely into %s: run restore again, or empty the folder".formatted(
                            folder));
        }
        return lock;
    }

    /** Empty when somebody has it. */
    static Optional<FolderLock> take(Path folder) {
        try {
            FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            Optional<FileLock> lock = locked(channel);
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock.map(taken -> new FolderLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock the data folder " + folder, e);
        }
    }

    private static Optional<FileLock> locked(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException ourselves) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unlock the data folder", e);
        }
    }
}
