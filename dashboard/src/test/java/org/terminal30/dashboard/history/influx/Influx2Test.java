package org.terminal30.dashboard.history.influx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What InfluxDB 2 is asked to do, by its documentation: against answers as they stand there, not against the server itself. */
class Influx2Test {
    private final List<String> asked = new ArrayList<>();
    private final HttpServer server = listen();
    private String buckets = "{\"buckets\":[]}";
    private String mappings = "{\"content\":[]}";

    private static HttpServer listen() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unable) {
            throw new IllegalStateException(unable);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add("%s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), body));
        String path = exchange.getRequestURI().getPath();
        boolean post = exchange.getRequestMethod().equals("POST");
        String answer = switch (path) {
            case "/api/v2/orgs" -> "{\"orgs\":[{\"id\":\"0a\",\"name\":\"workshop\"}]}";
            case "/api/v2/buckets" -> post
                    ? "{\"id\":\"0b\",\"orgID\":\"0a\",\"name\":\"t30\",\"retentionRules\":[]}"
                    : buckets;
            case "/api/v2/dbrps" -> post ? "{\"id\":\"0c\"}" : mappings;
            default -> "{}";
        };
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(post ? 201 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String make(String org) throws SetUpException {
        try (InfluxLink link = new InfluxLink(new InfluxLogin(URI.create("http://127.0.0.1:" + server.getAddress()
                .getPort()), org, "secret"))) {
            return new Influx2(link.client(), org).make(new InfluxSetUp.Wanted("t30", Duration.ofDays(90)));
        }
    }

    @Test
    void missingBucket_isMadeWithItsTimeToKeep_andMapped() throws SetUpException {
        assertThat(make("workshop")).isEqualTo(
                "bucket t30: made, keeps 2160 h; mapped to the database of that name");
        assertThat(asked).anySatisfy(request -> assertThat(request).startsWith("POST /api/v2/buckets ")
                .contains("\"name\":\"t30\"", "\"everySeconds\":7776000", "\"orgID\":\"0a\""));
        assertThat(asked).anySatisfy(request -> assertThat(request).startsWith("POST /api/v2/dbrps")
                .contains("\"bucketID\":\"0b\"", "\"database\":\"t30\"", "\"retention_policy\":\"autogen\"",
                        "\"default\":true"));
    }

    @Test
    void whatIsThere_isLeftAsItIs() throws SetUpException {
        buckets = "{\"buckets\":[{\"id\":\"0b\",\"orgID\":\"0a\",\"name\":\"t30\",\"retentionRules\":[]}]}";
        mappings = "{\"content\":[{\"id\":\"0c\",\"bucketID\":\"0b\",\"database\":\"t30\",\"retention_policy\":\"autogen\"}]}";
        assertThat(make("workshop")).contains("there already", "left as it is", "mapped already");
        assertThat(asked).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void unknownOrganisation_isNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> make("garage")).isInstanceOf(SetUpException.class)
                .hasMessageContaining("\"garage\"").hasMessageContaining("[workshop]");
    }
}
