package org.terminal30.dashboard.web;

import java.util.Locale;

import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.workshop.Locks;

/**
 * A lock event as a person types it in: {@code at} when the moment is known, else {@code from} and {@code to}.
 *
 * @param display what the radio showed, one of {@link Locks#DISPLAYS}
 * @param before what was done when it locked, one of {@link Locks#BEFORE}; absent when nobody knows
 */
@Serdeable
record LockEntry(
        @Nullable String at,
        @Nullable String from,
        @Nullable String to,
        @Nullable @NotBlank(message = "must not be empty") String display,
        @Nullable String before,
        @Nullable @Size(max = 2000, message = "must have at most 2000 characters") String note) {

    String earliest() {
        return moment("from", from);
    }

    String latest() {
        return moment("to", to);
    }

    private String moment(String field, @Nullable String end) {
        String text = at == null ? end : at;
        if (text == null) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, from == null && to == null ? "at" : field,
                    "is missing: give the moment, or from and to");
        }
        return text;
    }

    String knownDisplay() {
        String shown = display == null ? "" : display.strip().toUpperCase(Locale.ROOT);
        if (!Locks.DISPLAYS.contains(shown)) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "display",
                    "is \"%s\", must be one of %s".formatted(display, String.join(" ", Locks.DISPLAYS)));
        }
        return shown;
    }

    @Nullable
    String knownBefore() {
        if (before == null || before.isBlank()) {
            return null;
        }
        if (!Locks.BEFORE.contains(before.strip())) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "before",
                    "is \"%s\", must be absent or one of %s".formatted(before, String.join(" ", Locks.BEFORE)));
        }
        return before.strip();
    }
}
