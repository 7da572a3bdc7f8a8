package org.terminal30.dashboard.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The form of a backup: an SQLite file of its own with two tables, what is known of it as a whole and its chunks. While it is made
 * it is called {@code FILE.part}.
 */
final class BackupFile {
    static final String FORMAT = "terminal30-backup";
    static final String VERSION = "1";
    static final String PART = ".part";
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final String SCHEMA = """
            create table if not exists meta (name text primary key, value text not null) strict, without rowid;
            create table if not exists chunk (
                number integer primary key,
                kind text not null,
                place text not null,
                mark text not null,
                entries integer not null,
                checksum blob not null,
                content blob not null,
                unique (kind, place)
            ) strict;""";

    private BackupFile() {
    }

    /** The draft of a backup, made where there is none. Nobody else has it open then. */
    static Handle openDraft(Path part) {
        if (Files.exists(part)) {
            refuseForeign(part);
        }
        Handle handle = Jdbi.create("jdbc:sqlite:" + part
                + "?journal_mode=WAL&synchronous=NORMAL&locking_mode=EXCLUSIVE&busy_timeout=500").open();
        try {
            handle.execute("begin immediate");
            handle.createScript(SCHEMA).execute();
            put(handle, "format", FORMAT);
            put(handle, "version", VERSION);
            handle.execute("commit");
            return handle;
        } catch (JdbiException e) {
            handle.close();
            throw new BackupException(
                    "%s cannot be written: another backup writes it, or it is damaged; delete it to begin anew"
                            .formatted(part),
                    e);
        }
    }

    /** A finished backup, to be read. */
    static Handle openFinished(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BackupException("%s is not there".formatted(file));
        }
        refuseForeign(file);
        Handle handle = Jdbi.create("jdbc:sqlite:file:" + file.toAbsolutePath() + "?mode=ro&immutable=1").open();
        try {
            if (!meta(handle, "format").equals(Optional.of(FORMAT))) {
                throw new BackupException("%s is a database, but not a backup of Terminal 30".formatted(file));
            }
            if (!meta(handle, "version").equals(Optional.of(VERSION))) {
                throw new BackupException("%s is a backup of version %s, this program reads version %s".formatted(file,
                        meta(handle, "version").orElse("unknown"), VERSION));
            }
            if (meta(handle, "digest").isEmpty()) {
                throw new BackupException("%s is not complete: make the backup again, it goes on where it stopped"
                        .formatted(file));
            }
            return handle;
        } catch (JdbiException damaged) {
            handle.close();
            throw new BackupException("%s is damaged or no backup of Terminal 30: its tables cannot be read"
                    .formatted(file), damaged);
        } catch (BackupException wrong) {
            handle.close();
            throw wrong;
        }
    }

    private static void refuseForeign(Path file) {
        byte[] head = new byte[MAGIC.length];
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.wrap(head);
            int read = 0;
            while (read >= 0 && buffer.hasRemaining()) {
                read = in.read(buffer);
            }
        } catch (IOException e) {
            throw new BackupException("%s cannot be read".formatted(file), e);
        }
        // An empty draft is one that was stopped before its first byte.
        if (!Arrays.equals(head, MAGIC) && !(file.toString().endsWith(PART) && head[0] == 0)) {
            throw new BackupException("%s is no backup of Terminal 30: it begins with other bytes".formatted(file));
        }
    }

    static Optional<String> meta(Handle handle, String name) {
        return handle.createQuery("select value from meta where name = :name").bind("name", name).mapTo(String.class)
                .findOne();
    }

    static void put(Handle handle, String name, String value) {
        handle.createUpdate("insert or replace into meta (name, value) values (:name, :value)").bind("name", name)
                .bind("value", value).execute();
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
