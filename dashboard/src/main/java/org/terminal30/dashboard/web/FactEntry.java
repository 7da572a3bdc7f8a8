package org.terminal30.dashboard.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.profile.FactKind;

/**
 * What the workshop goes by from now on.
 *
 * @param says in the form of the fact's kind
 * @param source who says so: the id of a shipped source, or the workshop's own words
 */
@Serdeable
record FactEntry(
        @Nullable @NotBlank(message = "must not be empty") String says,
        @Nullable @NotBlank(message = "must say who says so, such as \"own trial, May 2026\"") @Size(max = 200, message = "must have at most 200 characters") String source) {
    /** The kind that an address names, or a 404. */
    static FactKind kind(String fact) {
        return FactKind.of(fact).orElseThrow(() -> ProblemException.notFound("There is no fact %s.".formatted(fact)));
    }

    /** What it says, when that is written in the form of the kind. */
    String checked(FactKind kind) {
        String text = says == null ? "" : says.strip().replace("\r\n", "\n");
        kind.fault(text).ifPresent(fault -> {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "says", fault);
        });
        return text;
    }

    String knownSource() {
        return source == null ? "" : source.strip();
    }
}
