package org.terminal30.dashboard.history.influx;

import java.io.Serial;

/** Why an InfluxDB did not do what it was asked. The message says which one and what it answered. */
final class InfluxFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What can be done about it. */
    enum Kind {
        /** No answer, or one that time may mend: full, busy, starting. */
        UNREACHABLE,
        /** Token, name or rights are wrong: somebody has to mend it. */
        REFUSING,
        /** Some of the lines are not taken; the others are. */
        BAD_LINES,
        /** The body is larger than it takes. */
        TOO_LARGE
    }

    InfluxFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
