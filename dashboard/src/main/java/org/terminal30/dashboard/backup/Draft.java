package org.terminal30.dashboard.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

import org.jdbi.v3.core.Handle;

/** A backup while it is made: killed at any moment, it has whole chunks and nothing else. */
final class Draft implements AutoCloseable {
    /** Chunks in one transaction: what a kill costs at most. */
    private static final int CHUNKS_AT_ONCE = 64;

    private final Path part;
    private final Handle handle;
    private int uncommitted;

    private Draft(Path part, Handle handle) {
        this.part = part;
        this.handle = handle;
    }

    /** For {@code file}, made where there is none; only its owner may read it: it holds the hashes of passwords. */
    static Draft open(Path file) {
        Path part = file.resolveSibling(file.getFileName() + BackupFile.PART);
        try {
            if (!Files.exists(part)) {
                Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(
                        "rw-------")));
            }
        } catch (IOException e) {
            throw new BackupException("%s cannot be made: choose a folder that is there and can be written".formatted(
                    part), e);
        }
        Draft draft = new Draft(part, BackupFile.openDraft(part));
        draft.begin();
        return draft;
    }

    private void begin() {
        handle.execute("begin immediate");
        uncommitted = 0;
    }

    /** What the chunk was made from, if it is there. */
    Optional<String> mark(Chunk.Kind kind, String place) {
        return handle.createQuery("select mark from chunk where kind = :kind and place = :place").bind("kind", kind)
                .bind("place", place).mapTo(String.class).findOne();
    }

    /** Writes a chunk in the place of an older one. */
    void put(Chunk chunk, String mark) {
        handle.createUpdate("""
                insert into chunk (kind, place, mark, entries, checksum, content)
                values (:kind, :place, :mark, :entries, :checksum, :content)
                on conflict (kind, place) do update set mark = excluded.mark, entries = excluded.entries,
                    checksum = excluded.checksum, content = excluded.content""")
                .bind("kind", chunk.kind()).bind("place", chunk.place()).bind("mark", mark)
                .bind("entries", chunk.entries()).bind("checksum", chunk.checksum()).bind("content", chunk.content())
                .execute();
        uncommitted++;
        if (uncommitted == CHUNKS_AT_ONCE) {
            commit();
        }
    }

    void drop(Chunk.Kind kind, String placeLike) {
        handle.createUpdate("delete from chunk where kind = :kind and place like :place").bind("kind", kind)
                .bind("place", placeLike).execute();
    }

    void commit() {
        handle.execute("commit");
        begin();
    }

    long chunks(Chunk.Kind kind, String placeLike) {
        return handle.createQuery("select count(*) from chunk where kind = :kind and place like :place")
                .bind("kind", kind).bind("place", placeLike).mapTo(Long.class).one();
    }

    Chunks chunks() {
        return new Chunks(part, handle);
    }

    /** Seals it and gives it its name. */
    void finish(Path file, MessageDigest digest, Map<String, String> facts) {
        facts.forEach((name, value) -> BackupFile.put(handle, name, value));
        BackupFile.put(handle, "digest", BackupFile.hex(digest.digest()));
        handle.execute("commit");
        handle.execute("pragma wal_checkpoint(truncate)");
        handle.execute("pragma journal_mode = delete");
        handle.close();
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BackupException("%s is complete, but cannot be called %s".formatted(part, file), e);
        }
    }

    /** What is there stays. */
    @Override
    public void close() {
        if (!handle.isClosed()) {
            handle.execute("commit");
            handle.close();
        }
    }
}
