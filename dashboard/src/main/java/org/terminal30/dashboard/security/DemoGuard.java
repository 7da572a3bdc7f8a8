package org.terminal30.dashboard.security;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.problem.ProblemException;

/**
 * Without a log-in any web site the visitor looks at could reach the demo through the browser: under a name of its own that
 * it points at 127.0.0.1 (the Host tells), or by posting across sites (the Origin tells).
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = DemoMode.PROPERTY, value = "true")
final class DemoGuard implements Ordered {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    @RequestFilter
    void check(HttpRequest<?> request) {
        int port = request.getServerAddress().getPort();
        // The name is what tells; the port is another one for the demo's bay, whose cable has an end of its own.
        if (here("http://" + request.getHeaders().get(HttpHeaders.HOST)).isEmpty()) {
            throw ProblemException.of(HttpStatus.FORBIDDEN,
                    "The demo answers only to 127.0.0.1:%d and localhost:%d.".formatted(port, port));
        }
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin != null && here(origin).filter(site -> site.getPort() == port).isEmpty()) {
            throw ProblemException.of(HttpStatus.FORBIDDEN, "The demo takes nothing from other sites.");
        }
    }

    /** An address, if it is one of this machine by a name that nobody else can give. */
    private static Optional<URI> here(@Nullable String address) {
        try {
            URI uri = URI.create(String.valueOf(address));
            return Optional.of(uri).filter(at -> at.getHost() != null && LOOPBACK.contains(at.getHost()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
