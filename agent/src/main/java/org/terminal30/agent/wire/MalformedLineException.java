package org.terminal30.agent.wire;

/** A line that is not a record of the wire. The message is the reason alone; the receiver adds the number of the line. */
public final class MalformedLineException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedLineException(String reason) {
        super(reason);
    }
}
