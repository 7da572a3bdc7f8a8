package org.terminal30.dashboard.history.sqlite;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import org.terminal30.dashboard.history.cells.Cells;

/** Cells as they lie in a block: {@link CellsCodec}, then zlib, whose checksum tells what is damaged. */
final class Packing {
    /** More than 600 000 cells of the worst kind: bounds what a damaged block can make us read. */
    private static final int MAX_BYTES = 32 << 20;
    private static final int CHUNK = 16 << 10;
    /** With {@link Deflater#FILTERED}, for numbers with noise: 1 % more bytes than the default level in 40 % of its time. */
    private static final int LEVEL = 3;

    private Packing() {
    }

    static byte[] packed(Cells cells) {
        return deflated(CellsCodec.bytes(cells));
    }

    static byte[] deflated(byte[] numbers) {
        try (Deflater deflater = new Deflater(LEVEL)) {
            deflater.setStrategy(Deflater.FILTERED);
            deflater.setInput(numbers);
            deflater.finish();
            var out = new ByteArrayOutputStream(CHUNK);
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return out.toByteArray();
        }
    }

    static Cells unpacked(byte[] packed) throws DamagedException {
        var in = new NumberReader(inflated(packed), 0);
        Cells cells = CellsCodec.read(in);
        in.nothingLeft();
        return cells;
    }

    static byte[] inflated(byte[] packed) throws DamagedException {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            var out = new ByteArrayOutputStream(packed.length * 3);
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int length = inflater.inflate(chunk);
                if (length == 0 && !inflater.finished()) {
                    throw new DamagedException("is cut short");
                }
                out.write(chunk, 0, length);
                if (out.size() > MAX_BYTES) {
                    throw new DamagedException("is larger than %d bytes".formatted(MAX_BYTES));
                }
            }
            return out.toByteArray();
        } catch (DataFormatException damaged) {
            throw new DamagedException("does not inflate (%s)".formatted(damaged.getMessage()));
        }
    }
}
