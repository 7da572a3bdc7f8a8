package org.terminal30.dashboard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a dashboard as a browser does: keeps cookies, sends the CSRF token of its session; follows no redirect. */
public final class TestClient {
    private static final Pattern CSRF = Pattern.compile("\"csrfToken\":\"([^\"]+)\"");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final URI server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(TIMEOUT).build();
    private String csrfToken = "";

    public TestClient(URI server) {
        this.server = server;
    }

    /** A request to complete, with neither method nor CSRF token. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT);
    }

    public HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    /** A file as it is. */
    public HttpResponse<byte[]> file(String path) {
        return send(to(path).GET(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> put(String path, String json) {
        return send(to(path).header("Content-Type", "application/json").header("X-CSRF-TOKEN", csrfToken).PUT(
                BodyPublishers.ofString(json)));
    }

    /** Posts JSON as the pages do. */
    public HttpResponse<String> post(String path, String json) {
        return send(to(path).header("Content-Type", "application/json").header("X-CSRF-TOKEN", csrfToken).POST(
                BodyPublishers.ofString(json)));
    }

    /** Posts a form without a CSRF token; names and values in turn. */
    public HttpResponse<String> form(String path, String... fields) {
        StringJoiner body = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            body.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(
                body.toString())));
    }

    /** Takes the CSRF token along when the log-in is right. */
    public HttpResponse<String> logIn(String name, String password) {
        HttpResponse<String> answer = form("/login", "name", name, "password", password);
        if (answer.statusCode() == 303) {
            Matcher token = CSRF.matcher(get("/api/me").body());
            csrfToken = token.find() ? token.group(1) : "";
        }
        return answer;
    }

    public String csrfToken() {
        return csrfToken;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens a stream of server-sent events; {@code authorization} is empty for who has logged in. */
    public EventStream stream(URI path, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).header("Accept",
                "text/event-stream");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return new EventStream(http.send(request.build(), BodyHandlers.ofLines()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
