package org.terminal30.dashboard.problem;

import java.util.List;
import java.util.stream.Collectors;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.JsonErrorResponseBodyProvider;
import jakarta.inject.Singleton;

/** Gives the errors that the framework itself answers (404, 405, 413, unreadable JSON, …) the shape of {@link Problem}. */
@Singleton
final class ProblemBody implements JsonErrorResponseBodyProvider<Problem> {
    /** What went wrong inside is nobody's business outside; the log has it. */
    private static final String OUR_FAULT = "The dashboard could not do it; its log says why.";

    @Override
    public Problem body(ErrorContext context, HttpResponse<?> response) {
        HttpStatus status = response.status();
        // "Not now" is said by our own code alone, in a sentence for whoever asked.
        if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                && status != HttpStatus.SERVICE_UNAVAILABLE) {
            return Problem.of(status, OUR_FAULT, List.of());
        }
        String detail = context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
        return Problem.of(status, detail.isEmpty() ? status.getReason() : detail, List.of());
    }

    @Override
    public String contentType() {
        return MediaType.APPLICATION_JSON_PROBLEM;
    }
}
