package org.terminal30.dashboard.profile;

import java.util.List;

/** The simple forms of claims. */
final class Forms {
    private static final int MAX_LINES = 20;

    private Forms() {
    }

    /** A whole number from 1 to the greatest. */
    static int number(String text, int greatest) {
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > greatest) {
            throw new FormException("is \"%s\"".formatted(text));
        }
        return Integer.parseInt(text);
    }

    static String oneOf(String text, String... words) {
        if (!List.of(words).contains(text)) {
            throw new FormException("is \"%s\"".formatted(text));
        }
        return text;
    }

    /** The lines that are not empty; at least one. */
    static List<String> lines(String text) {
        List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw new FormException(lines.isEmpty()
                    ? "is empty"
                    : "has %d lines, at most %d are shown".formatted(lines
                            .size(), MAX_LINES));
        }
        return lines;
    }
}
