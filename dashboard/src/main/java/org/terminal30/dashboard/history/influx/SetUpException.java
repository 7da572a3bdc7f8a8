package org.terminal30.dashboard.history.influx;

import java.io.Serial;

/** Why an InfluxDB could not be set up; the message says at which step and what would help. */
public final class SetUpException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    SetUpException(String message) {
        super(message);
    }
}
