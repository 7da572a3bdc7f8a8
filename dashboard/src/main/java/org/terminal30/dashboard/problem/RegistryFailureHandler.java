package org.terminal30.dashboard.problem;

import java.time.Duration;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.dashboard.registry.RegistryAwayException;

/**
 * Answers 503 with a sentence while the registry is away, as a page to a browser and as a {@link Problem} to a program; what else
 * fails in a database is our fault and in the log.
 */
@Singleton
@SuppressWarnings("rawtypes") // the framework's signature
final class RegistryFailureHandler implements ExceptionHandler<JdbiException, HttpResponse<?>> {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(RegistryFailureHandler.class);

    private final ErrorResponseProcessor<?> answers;

    RegistryFailureHandler(ErrorResponseProcessor<?> answers) {
        this.answers = answers;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, JdbiException failure) {
        if (RegistryAwayException.isBehind(failure)) {
            return answer(request, failure, RegistryAwayException.sentence(failure), HttpResponse.status(
                    HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER,
                            Long.toString(TRY_AGAIN
                                    .toSeconds())));
        }
        LOG.error("{} {} failed in a database", request.getMethod(), request.getPath(), failure);
        return answer(request, failure, "", HttpResponse.serverError());
    }

    private HttpResponse<?> answer(HttpRequest request, JdbiException failure, String said,
            MutableHttpResponse<?> response) {
        return answers.processResponse(ErrorContext.builder(request).cause(failure).errorMessage(said).build(),
                response);
    }
}
