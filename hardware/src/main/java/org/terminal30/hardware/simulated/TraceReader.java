package org.terminal30.hardware.simulated;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;

/** Reads a recording row by row, one row in memory. Used by one thread. */
public final class TraceReader implements AutoCloseable {
    /** A longer line is not a line of a recording: somebody has named a binary file. */
    private static final int MAX_LINE_CHARACTERS = 65_536;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final Reader input;
    private final TraceHeader header;
    private final double[] values;
    private long line;
    private int timeColumn = -1;
    private @Nullable TimeFormat timeFormat;
    private long originNanos;
    private long nanos;

    TraceReader(Trace trace) throws TraceException {
        this.file = trace.file();
        this.input = open(file);
        try {
            String first = readLine();
            if (first == null) {
                throw wrong("the file is empty, it should begin with the names of its columns");
            }
            header = new TraceHeader(file, first.replace(BYTE_ORDER_MARK, ""), trace.columns());
            values = new double[header.channels().size()];
        } catch (TraceException e) {
            close();
            throw e;
        }
    }

    /** The channels that the recording has. */
    public List<Channel> channels() {
        return header.channels();
    }

    /**
     * Goes to the next row.
     *
     * @return false at the end
     * @throws TraceException when the row cannot be read, or is not later than the one before
     */
    public boolean next() throws TraceException {
        String text = readLine();
        // Blank lines are what editors leave at the end.
        while (text != null && text.isBlank()) {
            text = readLine();
        }
        if (text == null) {
            return false;
        }
        List<String> cells = header.split(text);
        if (cells.size() != header.columnCount()) {
            throw wrong("has %d cells, the header has %d".formatted(cells.size(), header.columnCount()));
        }
        readTime(cells);
        for (int index = 0; index < values.length; index++) {
            values[index] = value(cells, header.columnOf(index));
        }
        return true;
    }

    /** Time of the row since the first row. */
    public long nanos() {
        return nanos;
    }

    /** Value of the channel with this index in the row, in its unit; NaN when it is missing. */
    public double value(int channelIndex) {
        return values[channelIndex];
    }

    /** Number of the row's line in the file, from 1. */
    public long line() {
        return line;
    }

    /** The name of the column that a channel is read from. */
    String columnName(int channelIndex) {
        return header.nameOf(header.columnOf(channelIndex));
    }

    private void readTime(List<String> cells) throws TraceException {
        boolean first = timeFormat == null;
        if (first) {
            timeColumn = header.timeColumn(cells);
        }
        String cell = cells.get(timeColumn);
        TimeFormat format = timeFormat;
        if (format == null) {
            format = TimeFormat.of(cell).orElseThrow(() -> wrong(
                    "time is '%s', should be %s or %s".formatted(cell, TimeFormat.SECONDS.description(),
                            TimeFormat.ISO_8601.description())));
            timeFormat = format;
        }
        String expected = format.description();
        long absolute = format.nanos(cell)
                .orElseThrow(() -> wrong("time is '%s', should be %s".formatted(cell, expected)));
        if (first) {
            originNanos = absolute;
        } else if (absolute - originNanos <= nanos) {
            throw wrong("time '%s' is not after that of the row before".formatted(cell));
        }
        nanos = absolute - originNanos;
    }

    private double value(List<String> cells, int column) throws TraceException {
        String cell = cells.get(column);
        if (Cells.isMissing(cell)) {
            return Double.NaN;
        }
        OptionalDouble number = Cells.number(cell);
        if (number.isEmpty()) {
            throw wrong("%s is '%s', should be a number, or empty or - where there was no sample"
                    .formatted(header.nameOf(column), cell));
        }
        return number.getAsDouble();
    }

    private @Nullable String readLine() throws TraceException {
        line++;
        StringBuilder text = new StringBuilder();
        try {
            int character = input.read();
            if (character < 0) {
                return null;
            }
            while (character >= 0 && character != '\n') {
                if (text.length() == MAX_LINE_CHARACTERS) {
                    throw wrong("is longer than %d characters".formatted(MAX_LINE_CHARACTERS));
                }
                text.append((char) character);
                character = input.read();
            }
        } catch (IOException e) {
            throw wrong("cannot be read: " + e.getMessage());
        }
        // A carriage return before the end of the line falls to strip().
        return text.toString();
    }

    private static Reader open(Path file) throws TraceException {
        try {
            // Loggers write degree signs in any encoding; what is not UTF-8 is replaced, the columns read here are plain.
            return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new TraceException(file, "there is no such file");
        } catch (IOException e) {
            throw new TraceException(file, "cannot be opened: " + e.getMessage());
        }
    }

    private TraceException wrong(String what) {
        return new TraceException(file, line, what);
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
