package org.terminal30.hardware.serial;

/**
 * Cuts a stream of bytes into lines, wherever the chunks of the stream happen to end. Lines end at LF; a CR before it does not
 * belong to the line. Allocates nothing after its construction.
 */
final class LineSplitter {
    /** A line of all seven channels with microseconds and generous digits has about 110 bytes. */
    static final int MAX_LINE_BYTES = 256;

    /** Takes the lines of a stream. */
    interface LineSink {
        /** The buffer holds {@code length} bytes of the line and is reused after this returns. */
        void line(byte[] buffer, int length);

        /** A stretch of {@value LineSplitter#MAX_LINE_BYTES} bytes without a line end was thrown away. */
        void overlong();
    }

    private final byte[] line = new byte[MAX_LINE_BYTES];
    private int length;
    private boolean discarding;

    void feed(byte[] bytes, int count, LineSink sink) {
        for (int i = 0; i < count; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                end(sink);
            } else if (length == MAX_LINE_BYTES) {
                sink.overlong();
                discarding = true;
                line[0] = b;
                length = 1;
            } else {
                line[length++] = b;
            }
        }
    }

    private void end(LineSink sink) {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        boolean whole = !discarding;
        reset();
        if (whole) {
            sink.line(line, end);
        }
    }

    /** Forgets a line begun: what follows comes from another connection. */
    void reset() {
        length = 0;
        discarding = false;
    }
}
