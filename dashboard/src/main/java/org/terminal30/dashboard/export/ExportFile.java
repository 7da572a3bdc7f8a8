package org.terminal30.dashboard.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;

import org.terminal30.dashboard.progress.Progress;

/**
 * An export into a file, {@code FILE.part} until it is complete. Beside it, {@code FILE.part.at} says how many pieces are in it: the
 * next run cuts off what came after them and goes on.
 */
public final class ExportFile {
    private static final int PIECES_AT_ONCE = 16;

    private final Path file;
    private final Path part;
    private final Path mark;
    private final String what;

    /** {@code what} is exported, in a line: another export does not go on here. */
    public ExportFile(Path file, String what) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.mark = file.resolveSibling(file.getFileName() + ".part.at");
        this.what = what;
    }

    private record Stand(int pieces, long bytes, boolean hasSteps) {}

    /**
     * Writes it.
     *
     * @return false when it was stopped: the same export goes on from there
     * @throws IOException when the file cannot be written, is there already, or another export has begun it
     */
    public boolean write(Export export, Progress progress, BooleanSupplier stop) throws IOException {
        if (Files.exists(file)) {
            throw new IOException("%s is there already: give the export another name".formatted(file));
        }
        Stand stand = stand();
        progress.begin("Exporting", "pieces", export.size());
        progress.skip(stand.pieces);
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.truncate(stand.bytes);
            out.position(stand.bytes);
            boolean hasSteps = stand.hasSteps;
            for (int piece = stand.pieces; piece < export.size(); piece++) {
                if (stop.getAsBoolean()) {
                    keep(new Stand(piece, out.position(), hasSteps), out);
                    return false;
                }
                Export.Part text = export.part(piece, hasSteps);
                hasSteps = text.hasSteps();
                ByteBuffer bytes = ByteBuffer.wrap(text.text().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                if ((piece + 1) % PIECES_AT_ONCE == 0) {
                    keep(new Stand(piece + 1, out.position(), hasSteps), out);
                }
                progress.advance(1);
            }
            out.force(true);
        }
        progress.end();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(mark);
        return true;
    }

    private Stand stand() throws IOException {
        if (!Files.exists(mark) || !Files.exists(part)) {
            return new Stand(0, 0, false);
        }
        String[] lines = Files.readString(mark).split("\n", -1);
        if (lines.length < 2 || !lines[1].equals(what)) {
            throw new IOException("%s is of another export: finish that one, or delete it".formatted(part));
        }
        String[] words = lines[0].split(" ", -1);
        return new Stand(Integer.parseInt(words[0]), Long.parseLong(words[1]), Boolean.parseBoolean(words[2]));
    }

    private void keep(Stand stand, FileChannel out) throws IOException {
        out.force(true);
        Path next = file.resolveSibling(mark.getFileName() + ".new");
        Files.writeString(next, "%d %d %s\n%s\n".formatted(stand.pieces, stand.bytes, stand.hasSteps, what));
        Files.move(next, mark, StandardCopyOption.ATOMIC_MOVE);
    }
}
