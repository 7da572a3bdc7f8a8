package org.terminal30.dashboard.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

import org.terminal30.dashboard.history.HistoryUnavailableException;

/** Answers that the history cannot be reached: 503, with the reason. A bay keeps what it wanted to write and comes again. */
@Singleton
@SuppressWarnings("rawtypes") // the framework's signature
final class UnavailableHandler implements ExceptionHandler<HistoryUnavailableException, HttpResponse<?>> {
    private final ProblemHandler problems;

    UnavailableHandler(ProblemHandler problems) {
        this.problems = problems;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, HistoryUnavailableException unavailable) {
        return problems.handle(request, ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE,
                String.valueOf(unavailable.getMessage())));
    }
}
