package org.terminal30.dashboard.security;

import java.util.Optional;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;

/** Tells pages who is looking. */
@Singleton
public final class Visitors {
    private final CsrfTokens csrf;
    private final boolean demo;

    Visitors(CsrfTokens csrf, @Property(name = DemoMode.PROPERTY, defaultValue = "false") boolean demo) {
        this.csrf = csrf;
        this.demo = demo;
    }

    public Visitor of(HttpRequest<?> request) {
        Optional<Authentication> who = request.getUserPrincipal(Authentication.class);
        return new Visitor(who.map(Authentication::getName).orElse(""), who.map(w -> w.getRoles().contains(
                Role.MANAGER)).orElse(false), demo, csrf.of(request));
    }
}
