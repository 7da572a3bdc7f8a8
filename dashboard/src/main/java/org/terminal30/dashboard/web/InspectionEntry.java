package org.terminal30.dashboard.web;

import java.util.List;

import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.workshop.Inspections;

/**
 * A finding as a person types it in.
 *
 * @param subject one of {@link Inspections#FINDINGS}
 * @param found one of the words of that subject
 * @param milliamperes of the quiescent load, which needs it
 */
@Serdeable
record InspectionEntry(
        @Nullable String subject,
        @Nullable String found,
        @Nullable @DecimalMin(value = "0", message = "must be 0 or more") @DecimalMax(value = "100000", message = "must be 100000 or less") Double milliamperes,
        @Nullable @Size(max = 2000, message = "must have at most 2000 characters") String note) {

    String knownSubject() {
        if (subject == null || !Inspections.FINDINGS.containsKey(subject)) {
            throw fault("subject", subject, Inspections.FINDINGS.keySet().stream().sorted().toList());
        }
        return subject;
    }

    String knownFound() {
        List<String> words = Inspections.FINDINGS.getOrDefault(knownSubject(), List.of());
        if (found == null || !words.contains(found)) {
            throw fault("found", found, words);
        }
        return found;
    }

    @Nullable
    Double figure() {
        if (!knownSubject().equals(Inspections.QUIESCENT_LOAD)) {
            return null;
        }
        if (milliamperes == null) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "milliamperes", "must be given");
        }
        return milliamperes;
    }

    private static ProblemException fault(String field, @Nullable String typed, List<String> words) {
        return ProblemException.field(HttpStatus.BAD_REQUEST, field,
                "is %s, must be one of %s".formatted(typed == null ? "missing" : "\"" + typed + "\"",
                        String.join(" ", words)));
    }
}
