package org.terminal30.dashboard.recording;

import java.io.Serial;
import java.util.Objects;

/** A recording that cannot be taken in; the message names file, line and what would be right. */
public final class RecordingException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    RecordingException(String message) {
        super(message);
    }

    /** {@code message} says all that people need. */
    public RecordingException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
