package org.terminal30.hardware.simulated;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A recording of voltages in a file: CSV with comma, semicolon or tab, a header line, one row per moment. An empty cell or
 * {@code -} is a missing sample.
 *
 * @param file where it is
 * @param columns which column is what
 */
public record Trace(Path file, TraceColumns columns) {
    public Trace {
        Objects.requireNonNull(file);
        Objects.requireNonNull(columns);
    }

    /** A recording whose columns have the names of this project. */
    public Trace(Path file) {
        this(file, TraceColumns.BY_NAME);
    }

    /**
     * Opens it at its first row.
     *
     * @throws TraceException when the file cannot be read or lacks a column
     */
    public TraceReader open() throws TraceException {
        return new TraceReader(this);
    }

    /**
     * Reads it once from end to end, keeping nothing.
     *
     * @throws TraceException when anything in the file cannot be read
     */
    public TraceSurvey survey() throws TraceException {
        try (TraceReader reader = open()) {
            return TraceSurvey.of(this, reader);
        }
    }
}
