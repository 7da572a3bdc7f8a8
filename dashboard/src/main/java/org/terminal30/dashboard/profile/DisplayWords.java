package org.terminal30.dashboard.profile;

import java.util.List;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Words on a head unit's display and what they mean.
 *
 * @param words in capitals: {@code WAIT}
 */
@Serdeable
public record DisplayWords(List<String> words, String meaning) {
    public DisplayWords {
        words = List.copyOf(words);
    }

    static List<DisplayWords> parse(String text) {
        return Forms.lines(text).stream().map(DisplayWords::line).toList();
    }

    private static DisplayWords line(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || colon == line.length() - 1) {
            throw new FormException("has the line \"%s\"".formatted(line));
        }
        return new DisplayWords(List.of(line.substring(0, colon).split(", *", -1)), line.substring(colon + 1).strip());
    }
}
