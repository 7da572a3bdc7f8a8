package org.terminal30.dashboard.backup;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Supplier;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The chunks of a backup, in the order in which they are put back. */
final class Chunks {
    private final Path file;
    private final Handle handle;

    Chunks(Path file, Handle handle) {
        this.file = file;
        this.handle = handle;
    }

    /** A chunk and what it was made from. */
    record Marked(Chunk chunk, String mark) {}

    /** Takes one chunk after the other. */
    @FunctionalInterface
    interface Taker {
        void take(Marked chunk);
    }

    long count() {
        return read(() -> handle.createQuery("select count(*) from chunk").mapTo(Long.class).one());
    }

    /** Hands over every chunk, one in memory at a time, each checked against its checksum. */
    void each(Taker taker) {
        for (Chunk.Kind kind : Chunk.Kind.values()) {
            each(kind, taker);
        }
    }

    void each(Chunk.Kind kind, Taker taker) {
        long after = 0;
        for (long number = next(kind, after); number > after; number = next(kind, after)) {
            after = number;
            taker.take(chunk(number));
        }
    }

    /** The number of the chunk that follows; that of {@code after} when there is none. */
    private long next(Chunk.Kind kind, long after) {
        return read(() -> handle.createQuery("""
                select coalesce(min(number), :after) from chunk where kind = :kind and number > :after""")
                .bind("kind", kind).bind("after", after).mapTo(Long.class).one());
    }

    private Marked chunk(long number) {
        return read(() -> handle.createQuery("select * from chunk where number = :number").bind("number", number)
                .map((row, context) -> {
                    Chunk chunk = new Chunk(Chunk.Kind.valueOf(row.getString("kind")), row.getString("place"),
                            row.getLong("entries"), row.getBytes("content"));
                    if (!Arrays.equals(chunk.checksum(), row.getBytes("checksum"))) {
                        throw damaged("the " + chunk.name() + " (piece " + number + ")", null);
                    }
                    return new Marked(chunk, row.getString("mark"));
                }).one());
    }

    /** Over the checksums of all chunks in their order, each of them right. */
    MessageDigest digest(Taker taker) {
        MessageDigest all = Chunk.sha256();
        each(marked -> {
            Chunk.add(all, marked.chunk().checksum());
            taker.take(marked);
        });
        return all;
    }

    BackupException damaged(String what, @Nullable Throwable cause) {
        String message = "%s is damaged: %s cannot be relied on; use another backup".formatted(file, what);
        return cause == null ? new BackupException(message) : new BackupException(message, cause);
    }

    private <T> T read(Supplier<T> query) {
        try {
            return query.get();
        } catch (JdbiException | IllegalArgumentException | IllegalStateException unreadable) {
            throw damaged("its table of pieces", unreadable);
        }
    }
}
