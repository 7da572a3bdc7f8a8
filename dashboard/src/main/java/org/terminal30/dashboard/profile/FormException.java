package org.terminal30.dashboard.profile;

import java.io.Serial;

/** A claim is not written in the form of its kind; the message says what it is instead. */
final class FormException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    FormException(String message) {
        super(message);
    }
}
