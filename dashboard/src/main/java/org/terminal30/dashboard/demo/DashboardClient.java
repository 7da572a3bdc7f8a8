package org.terminal30.dashboard.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The REST API as a page uses it, for the technician of the demo. */
final class DashboardClient implements AutoCloseable {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final int FIRST_ERROR_STATUS = 400;

    private final URI dashboard;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    DashboardClient(URI dashboard) {
        this.dashboard = dashboard;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(dashboard.resolve(path)).GET());
    }

    /**
     * Posts a JSON object.
     *
     * @throws IOException when the dashboard cannot be reached or refuses; the message is its answer
     */
    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        String token = get("/api/me").path("csrfToken").asText();
        return send(HttpRequest.newBuilder(dashboard.resolve(path)).header("Content-Type", "application/json")
                .header("Origin", dashboard.toString()).header("X-CSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.timeout(ANSWER_TIMEOUT).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= FIRST_ERROR_STATUS) {
            throw new IOException("%s answers %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return json.readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
