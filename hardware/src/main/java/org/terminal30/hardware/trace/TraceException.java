package org.terminal30.hardware.trace;

import java.nio.file.Path;
import java.util.Objects;

/** A recording that cannot be read. The message names the file, the line and the column (from 1), what is wrong there
 * and what would be right. */
public final class TraceException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Something is wrong in a line of the file. */
    TraceException(Path file, long line, String what) {
        super("%s, line %d: %s".formatted(file, line, what));
    }

    /** Something is wrong in a cell of the file. */
    TraceException(Path file, long line, Column column, String what) {
        super("%s, line %d, %s: %s".formatted(file, line, column.label(), what));
    }

    /** Something is wrong with the file as a whole. */
    TraceException(Path file, String what) {
        super("%s: %s".formatted(file, what));
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
