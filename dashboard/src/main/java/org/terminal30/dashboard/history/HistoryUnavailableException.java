package org.terminal30.dashboard.history;

import java.io.Serial;

/** The history cannot be read or written just now. The message says so in words for whoever wanted to. */
public final class HistoryUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public HistoryUnavailableException(String message) {
        super(message);
    }

    public HistoryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
