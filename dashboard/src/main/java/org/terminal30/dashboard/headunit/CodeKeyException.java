package org.terminal30.dashboard.headunit;

import java.io.Serial;

/** There is no key, or not the right one; the message says what to do, for the person in front of the page. */
public final class CodeKeyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    CodeKeyException(String message) {
        super(message);
    }

    CodeKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
