package org.terminal30.dashboard.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A file of lines that wait. Used by one thread at a time. */
final class WaitingLines {
    /** Some 200 000 alarms or jobs. */
    static final long MAX_BYTES = 64L * 1024 * 1024;

    private final Path file;

    WaitingLines(Path file) {
        this.file = file;
    }

    /**
     * Puts lines at the end; on disk when this returns.
     *
     * @return false when there are too many already, and then none is put
     * @throws UncheckedIOException when the disk refuses
     */
    boolean add(List<String> lines) {
        // A line that a power cut left unfinished stays one of its own.
        byte[] text = ("\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            if (channel.size() + text.length > MAX_BYTES) {
                return false;
            }
            ByteBuffer buffer = ByteBuffer.wrap(text);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + file, e);
        }
    }

    boolean isEmpty() {
        return !Files.exists(file);
    }

    /** All lines, in the order in which they came; a power cut may have cut one short. */
    List<String> read() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** They have been told. */
    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    /** They will never be taken: keeps them under another name, in place of what was kept so before. */
    Path setAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".refused");
        try {
            return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rename " + file, e);
        }
    }
}
