package org.terminal30.dashboard.backup;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.terminal30.agent.wire.LineProtocol;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord;

/** Text of a chunk, deflated. */
final class Squeezed {
    private Squeezed() {
    }

    static byte[] bytes(byte[] text) {
        var out = new ByteArrayOutputStream(text.length / 3);
        try (var deflating = new DeflaterOutputStream(out)) {
            deflating.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        }
        return out.toByteArray();
    }

    static InputStream open(byte[] content) {
        return new InflaterInputStream(new ByteArrayInputStream(content));
    }

    /** Records as lines of the wire. */
    static byte[] lines(List<? extends WireRecord> records) {
        var text = new StringBuilder();
        records.forEach(record -> text.append(RecordCodec.line(record)).append('\n'));
        return bytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static List<WireRecord> records(byte[] content) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(open(content), StandardCharsets.UTF_8))) {
            List<WireRecord> records = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                records.add(RecordCodec.record(LineProtocol.parse(line, 1, 0)));
            }
            return records;
        } catch (MalformedLineException malformed) {
            throw new IOException("has a line that is none of the wire: " + malformed.getMessage(), malformed);
        }
    }
}
