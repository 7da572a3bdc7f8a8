package org.terminal30.dashboard.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.terminal30.dashboard.history.HistorySnapshot;

/** An export that is made while it is read. Closing it closes the snapshot. */
public final class ExportStream extends InputStream {
    private final Export export;
    private final HistorySnapshot snapshot;
    private InputStream present = InputStream.nullInputStream();
    private int next;
    private boolean hasSteps;

    public ExportStream(HistorySnapshot snapshot, View view, Format format) {
        this.snapshot = snapshot;
        this.export = new Export(snapshot, view, format);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int read = present.read(to, offset, length);
        while (read < 0 && next < export.size()) {
            Export.Part part = export.part(next++, hasSteps);
            hasSteps = part.hasSteps();
            present = new ByteArrayInputStream(part.text().getBytes(StandardCharsets.UTF_8));
            read = present.read(to, offset, length);
        }
        return read;
    }

    @Override
    public void close() {
        snapshot.close();
    }
}
