package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts what an instrument answers into lines, at CR, LF or both. Blanks around a line, empty lines and NUL bytes, which an ELM327
 * may insert, are left out; what cannot be printed becomes a question mark. What is too long for an answer becomes a line that is none: {@link #OVERLONG}.
 */
final class ReplyLines {
    /** Room for the longest identification. */
    static final int MAX_LINE_BYTES = 128;
    static final String OVERLONG = "(too long)";

    private final byte[] line = new byte[MAX_LINE_BYTES];
    private int length;
    private boolean overlong;

    void take(byte b, Consumer<String> sink) {
        if (b == '\r' || b == '\n') {
            end(sink);
        } else if (length == MAX_LINE_BYTES) {
            overlong = true;
        } else if (b != 0) {
            line[length++] = b;
        }
    }

    /** Ends the line begun. */
    void end(Consumer<String> sink) {
        String text = overlong
                ? OVERLONG
                : new String(line, 0, length, StandardCharsets.ISO_8859_1).strip()
                        .replaceAll("[^ -~]", "?");
        reset();
        if (!text.isEmpty()) {
            sink.accept(text);
        }
    }

    /** Forgets the line begun. */
    void reset() {
        length = 0;
        overlong = false;
    }
}
