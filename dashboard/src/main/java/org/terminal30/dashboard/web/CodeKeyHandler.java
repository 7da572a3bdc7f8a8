package org.terminal30.dashboard.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.dashboard.headunit.CodeKeyException;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.problem.ProblemHandler;

/** Answers a request that fails for want of the right key: 503, with what to do about it. */
@Singleton
@SuppressWarnings("rawtypes") // the framework's signature
final class CodeKeyHandler implements ExceptionHandler<CodeKeyException, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(CodeKeyHandler.class);

    private final ProblemHandler problems;

    CodeKeyHandler(ProblemHandler problems) {
        this.problems = problems;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, CodeKeyException exception) {
        LOG.warn("codes cannot be used: {}", exception.getMessage(), exception.getCause());
        return problems.handle(request, ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(exception
                .getMessage())));
    }
}
