package org.terminal30.dashboard.security;

import java.util.Optional;
import java.util.concurrent.ExecutorService;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** {@code Authorization: Token …} makes the request that of a bay. */
@Singleton
final class TokenFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    private static final String SCHEME = "Token ";

    private final BayTokens tokens;
    private final Scheduler blocking;

    TokenFetcher(BayTokens tokens, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.tokens = tokens;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(token(request)).flatMap(token -> Mono.fromCallable(() -> tokens.find(token).map(
                BayAuthentication::of)).subscribeOn(blocking)).flatMap(Mono::justOrEmpty);
    }

    static Optional<String> token(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION)).filter(value -> value
                .startsWith(SCHEME)).map(value -> value.substring(SCHEME.length()).trim());
    }
}
