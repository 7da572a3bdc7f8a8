package org.terminal30.dashboard.history.sqlite;

import java.io.Serial;

/** A block that cannot be read; the message names series, span and column. */
final class DamagedBlockException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    DamagedBlockException(String message, DamagedException cause) {
        super(message, cause);
    }
}
