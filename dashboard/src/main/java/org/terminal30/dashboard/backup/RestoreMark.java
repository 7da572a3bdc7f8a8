package org.terminal30.dashboard.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file in the data folder while a backup is put back into it: which one, and how many of its pieces are there. */
public final class RestoreMark {
    static final String NAME = "restore.part";

    private final Path file;

    public RestoreMark(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** How far it is. */
    record Stand(String digest, long pieces) {}

    public boolean isThere() {
        return Files.exists(file);
    }

    Optional<Stand> read() {
        try {
            if (!isThere()) {
                return Optional.empty();
            }
            String[] words = Files.readString(file).strip().split(" ", -1);
            return Optional.of(new Stand(words[0], Long.parseLong(words[1])));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new BackupException("%s cannot be read: empty the data folder and restore again".formatted(file), e);
        }
    }

    /** On disk when it returns. */
    void write(Stand stand) {
        Path next = file.resolveSibling(NAME + ".new");
        try (FileChannel out = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer text = ByteBuffer.wrap("%s %d%n".formatted(stand.digest(), stand.pieces()).getBytes(
                    StandardCharsets.US_ASCII));
            while (text.hasRemaining()) {
                out.write(text);
            }
            out.force(true);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BackupException("%s cannot be written".formatted(file), e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new BackupException("everything is restored; delete %s by hand".formatted(file), e);
        }
    }
}
