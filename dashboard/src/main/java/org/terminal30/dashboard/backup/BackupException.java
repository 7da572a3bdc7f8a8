package org.terminal30.dashboard.backup;

import java.io.Serial;
import java.util.Objects;

/** A backup that cannot be made or put back; the message names the file, what is wrong and what would be right. */
public class BackupException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** Somebody wanted it to stop; the same command goes on from here. */
    public static final class Stopped extends BackupException {
        @Serial
        private static final long serialVersionUID = 1;

        Stopped(String message) {
            super(message);
        }
    }
}
