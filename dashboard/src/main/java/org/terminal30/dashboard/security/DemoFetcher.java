package org.terminal30.dashboard.security;

import java.util.List;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** In the demo everybody on this machine is a manager called Demo, unless a bay's token says otherwise. */
@Singleton
@Requires(property = DemoMode.PROPERTY, value = "true")
final class DemoFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        boolean person = RemoteAddress.isLoopback(request) && TokenFetcher.token(request).isEmpty();
        return person ? Mono.just(Authentication.build("Demo", List.of(Role.MANAGER))) : Mono.empty();
    }
}
