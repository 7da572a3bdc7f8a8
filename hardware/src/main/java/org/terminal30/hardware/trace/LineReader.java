package org.terminal30.hardware.trace;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Goes through a text line by line without making objects of them. Used by one thread. */
final class LineReader implements AutoCloseable {
    /** A longer line is not a line of a recording: somebody has named a binary file. */
    static final int MAX_LINE_CHARACTERS = 65_536;
    private static final int END = -1;

    private final Path file;
    private final Reader input;
    private final char[] buffer = new char[4 * MAX_LINE_CHARACTERS];
    private int limit;
    private int start;
    private int end;
    private int following;
    private long number;
    private boolean afterCarriageReturn;

    LineReader(Path file, Reader input) {
        this.file = file;
        this.input = input;
    }

    /**
     * Goes to the next line; a line ends with a line feed, a carriage return, or both.
     *
     * @return false at the end of the text
     */
    boolean next() throws TraceException {
        number++;
        start = following;
        if (afterCarriageReturn && (start < limit || fill()) && buffer[start] == '\n') {
            start++;
        }
        end = start;
        while (end < limit || fill()) {
            char character = buffer[end];
            if (character == '\n' || character == '\r') {
                afterCarriageReturn = character == '\r';
                following = end + 1;
                return true;
            }
            end++;
        }
        afterCarriageReturn = false;
        following = end;
        return end > start;
    }

    /** The characters of the line are those from {@link #start()} to {@link #end()}, until the next call of {@link #next()}. */
    char[] characters() {
        return buffer;
    }

    int start() {
        return start;
    }

    /** Exclusive. */
    int end() {
        return end;
    }

    /** Number of the line, from 1. */
    long number() {
        return number;
    }

    /** Reads on behind what is known of the line, which it moves to the beginning of the buffer. */
    private boolean fill() throws TraceException {
        if (end - start >= MAX_LINE_CHARACTERS) {
            throw new TraceException(file, number, "is longer than %d characters".formatted(MAX_LINE_CHARACTERS));
        }
        System.arraycopy(buffer, start, buffer, 0, limit - start);
        limit -= start;
        end = Math.max(0, end - start);
        start = 0;
        try {
            int more = input.read(buffer, limit, buffer.length - limit);
            limit += Math.max(0, more);
            return more != END;
        } catch (IOException e) {
            throw new TraceException(file, number, "cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
