package org.terminal30.dashboard.security;

import java.util.Optional;

/** The name by which somebody logs in and signs what they do. */
final class PersonName {
    static final int MAX_LENGTH = 64;

    private PersonName() {
    }

    /** What is wrong with a name, or empty. */
    static Optional<String> fault(String name) {
        boolean printable = name.codePoints().noneMatch(Character::isISOControl);
        return !name.isBlank() && name.length() <= MAX_LENGTH && printable
                ? Optional.empty()
                : Optional.of("must have 1 to %d printable characters".formatted(MAX_LENGTH));
    }
}
