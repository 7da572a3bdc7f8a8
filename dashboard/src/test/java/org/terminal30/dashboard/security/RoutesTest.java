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

    /** What a bay may ask beside what a stranger may; nothing else answers. */
    private static final Set<String> FOR_BAYS = Set.of("POST /api/v2/write", "GET /api/bays/{bay}/orders",
            "HEAD /api/bays/{bay}/orders", "GET /prometheus", "HEAD /prometheus");

    @Test
    void everyRouteButItsOwn_isForbiddenToABay(@TempDir Path folder) {
        try (TestDashboard dashboard = TestDashboard.fresh(folder)) {
            TestClient bay = dashboard.stranger();
            String token = dashboard.token("1");
            TreeMap<String, Integer> answers = new TreeMap<>();
            dashboard.server().part(Router.class).uriRoutes().filter(route -> !isOpen(route)).forEach(
                    route -> answers.put(route.getHttpMethodName() + " " + template(route), bay.send(bay.to(path(route))
                            .header("Authorization", "Token " + token)
                            .method(route.getHttpMethodName(), BodyPublishers.noBody())).statusCode()));
            assertThat(answers).containsKeys("GET /", "GET /bays/{bay}", "GET /api/live", "POST /api/people");
            assertThat(answers).allSatisfy((route, status) -> assertThat(status).as(route).isEqualTo(403));
        }
    }

    private static boolean isOpen(UriRouteInfo<?, ?> route) {
        String name = route.getHttpMethodName() + " " + template(route);
        return OPEN.contains(name) || FOR_BAYS.contains(name);
    }

    private static int ask(TestClient stranger, UriRouteInfo<?, ?> route) {
        return stranger.send(stranger.to(path(route)).method(route.getHttpMethodName(), BodyPublishers.noBody()))
                .statusCode();
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return template(route).replaceAll("\\{[?&][^}]*}", "").replaceAll("\\{[^}]*}", "1");
    }

    private static String template(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }
}
