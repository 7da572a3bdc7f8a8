package org.terminal30.agent.outbox;

/** The file of the outbox cannot be read or written: disk full, card worn out, not a database. The message names it. */
public final class OutboxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
