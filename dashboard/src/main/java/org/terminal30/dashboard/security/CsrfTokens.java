package org.terminal30.dashboard.security;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.csrf.validator.CsrfTokenValidator;
import io.micronaut.session.Session;
import io.micronaut.session.http.SessionForRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * One random token a session, kept on our side (the synchroniser pattern); the framework's filter takes it from the header
 * and asks here. Its own validators compare with a cookie, which anybody who may set cookies can forge.
 */
@Singleton
@Primary
final class CsrfTokens implements CsrfTokenValidator<HttpRequest<?>> {
    private static final String TOKEN = "csrfToken";

    private final boolean demo;
    /** Nobody has a session in the demo. */
    private final String demoToken = Secrets.random();

    CsrfTokens(@Property(name = DemoMode.PROPERTY, defaultValue = "false") boolean demo) {
        this.demo = demo;
    }

    void issue(Session session) {
        session.put(TOKEN, Secrets.random());
    }

    /** The token that a page has to send back, empty for somebody who is not logged in. */
    String of(HttpRequest<?> request) {
        return demo
                ? demoToken
                : SessionForRequest.find(request).flatMap(session -> session.get(TOKEN,
                        String.class)).orElse("");
    }

    /** {@code token} is null where the request has none. */
    @Override
    public boolean validateCsrfToken(HttpRequest<?> request, @Nullable String token) {
        String expected = of(request);
        return token != null && !expected.isEmpty() && Secrets.same(expected, token);
    }
}
