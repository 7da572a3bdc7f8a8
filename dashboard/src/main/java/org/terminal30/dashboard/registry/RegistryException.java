package org.terminal30.dashboard.registry;

import java.io.Serial;

/** The registry cannot be opened; the message says which, why, and what to do. */
public final class RegistryException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    RegistryException(String message) {
        super(message);
    }

    RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
