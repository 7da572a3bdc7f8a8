package org.terminal30.dashboard.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.HtmlErrorResponseBodyProvider;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Singleton;

/** Answers a browser's failed request with a page that looks like the others; programs get a {@code application/problem+json}. */
@Singleton
@Primary
final class ErrorPages implements HtmlErrorResponseBodyProvider {
    private final HtmlJteViewsRenderer<Map<String, Object>> renderer;
    private final Pages pages;

    ErrorPages(HtmlJteViewsRenderer<Map<String, Object>> renderer, Pages pages) {
        this.renderer = renderer;
        this.pages = pages;
    }

    @Override
    public String body(ErrorContext context, HttpResponse<?> response) {
        HttpStatus status = response.status();
        String said = context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
        HttpRequest<?> request = context.getRequest();
        Map<String, Object> model = Map.of("page", pages.of(request, "error", status.getReason()), "status", status
                .getCode(), "detail", detail(status, said));
        try {
            StringWriter page = new StringWriter();
            renderer.render("error", model, request).writeTo(page);
            return page.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What our own code says is for people; what the framework says is for its users. */
    private static String detail(HttpStatus status, String said) {
        if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                && status != HttpStatus.SERVICE_UNAVAILABLE) {
            return "The server could not do this. Its log says why.";
        }
        return switch (status) {
            case NOT_FOUND -> said.startsWith("There is no") ? said : "There is no such page.";
            case FORBIDDEN -> "This page is not for you, or it is older than your log-in: open it again.";
            default -> said;
        };
    }
}
