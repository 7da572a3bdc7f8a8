package org.terminal30.agent.wire;

/** A text that is not an order of the wire. The message says what is wrong and what would be right. */
public final class MalformedOrderException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedOrderException(String reason) {
        super(reason);
    }
}
