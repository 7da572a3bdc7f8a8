package org.terminal30.dashboard.security;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

final class RoutesTest {
    /** What a stranger may ask; nothing else answers. */
    private static final Set<String> OPEN = Set.of("GET /login", "HEAD /login", "POST /login", "GET /setup",
            "HEAD /setup", "POST /setup", "GET /health", "HEAD /health", "GET /health/{selector}",
            "HEAD /health/{selector}");

    @Test
    void everyRouteButAFewNamedHere_isClosedToStrangers(@TempDir Path folder) {
        try (TestDashboard dashboard = TestDashboard.fresh(folder)) {
            TestClient stranger = dashboard.stranger();
            TreeMap<String, Integer> answers = new TreeMap<>();
            dashboard.server().part(Router.class).uriRoutes().forEach(route -> answers.put(route.getHttpMethodName()
                    + " " + template(route), ask(stranger, route)));
            assertThat(answers).containsKeys("POST /api/people", "GET /api/me", "GET /prometheus", "GET /openapi",
                    "POST /logout");
            answers.keySet().removeAll(OPEN);
            assertThat(answers).allSatisfy((route, status) -> assertThat(status).as(route).isEqualTo(401));
        }
    }

    private static int ask(TestClient stranger, UriRouteInfo<?, ?> route) {
        String path = template(route).replaceAll("\\{[?&][^}]*}", "").replaceAll("\\{[^}]*}", "1");
        return stranger.send(stranger.to(path).method(route.getHttpMethodName(), BodyPublishers.noBody()))
                .statusCode();
    }

    private static String template(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }
}
