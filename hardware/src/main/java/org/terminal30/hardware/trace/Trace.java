package org.terminal30.hardware.trace;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A recording of voltages in a file: text with one row per moment, as loggers, oscilloscopes and telephones write it.
 *
 * @param file where it is; compressed with gzip or not
 * @param columns which column is what, as far as somebody has said
 */
public record Trace(Path file, TraceColumns columns) {
    public Trace {
        Objects.requireNonNull(file);
        Objects.requireNonNull(columns);
    }

    /** A recording of which nothing is known. */
    public Trace(Path file) {
        this(file, TraceColumns.BY_NAME);
    }

    /**
     * Opens it at its first row.
     *
     * @throws TraceException when the file cannot be read or lacks a column
     */
    public TraceReader open() throws TraceException {
        return new TraceReader(form());
    }

    /**
     * Reads it once from end to end, keeping nothing.
     *
     * @throws TraceException when anything in the file cannot be read
     */
    public TraceSurvey survey() throws TraceException {
        TraceForm form = form();
        try (TraceReader reader = new TraceReader(form)) {
            return TraceSurvey.of(form, reader);
        }
    }

    private TraceForm form() throws TraceException {
        return TraceForm.of(file, columns);
    }
}
