package org.terminal30.dashboard.security;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;

/** Who am I, and with which CSRF token do I change something: for programs that log in without a page. */
@Controller("/api/me")
@Secured({Role.MANAGER, Role.TECHNICIAN})
final class VisitorController {
    private final Visitors visitors;

    VisitorController(Visitors visitors) {
        this.visitors = visitors;
    }

    @Get
    Visitor me(HttpRequest<?> request) {
        return visitors.of(request);
    }
}
