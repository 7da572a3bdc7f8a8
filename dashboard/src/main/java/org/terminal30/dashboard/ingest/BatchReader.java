package org.terminal30.dashboard.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.LineProtocol;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WindowLines;
import org.terminal30.agent.wire.WireRecord;

/** Reads the body of a write line by line. */
final class BatchReader {
    private final BayId writer;
    private final Precision precision;
    private final long nowNanos;
    private final WindowLines windows;

    /** For lines of this bay only; {@code nowNanos} is the time of a line that brings none. */
    BatchReader(BayId writer, Precision precision, long nowNanos) {
        this.writer = writer;
        this.precision = precision;
        this.nowNanos = nowNanos;
        this.windows = new WindowLines(writer, precision.nanos());
    }

    /**
     * Reads to the end; bad lines are noted and passed over.
     *
     * @throws ForeignBayException at the first line of another bay
     * @throws IOException when the body cannot be read to its end
     */
    Batch read(InputStream body) throws IOException, ForeignBayException {
        Batch batch = new Batch();
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank() && line.charAt(0) != '#') {
                take(line, number, batch);
            }
        }
        return batch;
    }

    private void take(String line, int number, Batch batch) throws ForeignBayException {
        WireRecord.Window window = windows.read(line);
        if (window != null) {
            batch.add(window);
            return;
        }
        try {
            WireRecord record = RecordCodec.record(LineProtocol.parse(line, precision.nanos(), nowNanos));
            if (!record.bay().equals(writer)) {
                throw new ForeignBayException(number, writer, record.bay());
            }
            batch.add(record);
        } catch (MalformedLineException malformed) {
            batch.addMalformed(number, String.valueOf(malformed.getMessage()));
        }
    }
}
