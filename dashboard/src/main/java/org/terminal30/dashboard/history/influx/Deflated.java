package org.terminal30.dashboard.history.influx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Lines as bytes of the spool. A body of ours is at most 32 MiB, and so are its lines. */
final class Deflated {
    private Deflated() {
    }

    static byte[] of(List<String> lines) {
        var bytes = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED);
                var out = new DeflaterOutputStream(bytes, deflater)) {
            for (String line : lines) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * The lines again.
     *
     * @throws IOException when the bytes are damaged
     */
    static List<String> lines(byte[] deflated) throws IOException {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
