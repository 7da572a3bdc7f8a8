package org.terminal30.dashboard.history.sqlite;

import java.io.Serial;

/** Bytes that are not what was written. The message goes on after the name of what they were. */
public final class DamagedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    DamagedException(String how) {
        super(how);
    }
}
