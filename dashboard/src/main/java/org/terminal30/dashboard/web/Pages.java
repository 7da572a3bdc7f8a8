package org.terminal30.dashboard.web;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

import org.terminal30.dashboard.security.Visitor;
import org.terminal30.dashboard.security.Visitors;

/** Makes what stands around the content of a page, for the person who asked for it. */
@Singleton
final class Pages {
    private final Visitors visitors;

    Pages(Visitors visitors) {
        this.visitors = visitors;
    }

    Page of(HttpRequest<?> request, String name, String title) {
        Visitor visitor = visitors.of(request);
        return new Page(name, title, visitor.name().isEmpty() || visitor.demo() ? null : visitor.name(), visitor
                .csrfToken(), visitor.demo(), Page.links(request.getPath(), visitor.manager() && !visitor.demo()));
    }
}
