package org.terminal30.dashboard.ingest;

import java.io.Serial;

import org.terminal30.agent.wire.BayId;

/** A line names another site or bay than the token is for. */
final class ForeignBayException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    ForeignBayException(int line, BayId token, BayId written) {
        super("line %d: is of %s, the token is for %s; nothing was stored".formatted(line, written, token));
    }
}
