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

import org.terminal30.agent.wire.BayId;

/** {@code Authorization: Token …} makes the request that of a bay. */
@Singleton
final class TokenFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    private static final String SCHEME = "Token ";

    private final RecentTokens tokens;
    private final Scheduler blocking;

    TokenFetcher(RecentTokens tokens, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.tokens = tokens;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(token(request)).flatMap(this::bay).map(BayAuthentication::of);
    }

    /** A fresh token does not leave the event loop. */
    private Mono<BayId> bay(String token) {
        return Mono.justOrEmpty(tokens.recall(token)).switchIfEmpty(Mono.fromCallable(() -> tokens.find(token))
                .subscribeOn(blocking).flatMap(Mono::justOrEmpty));
    }

    static Optional<String> token(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION)).filter(value -> value
                .startsWith(SCHEME)).map(value -> value.substring(SCHEME.length()).trim());
    }
}
