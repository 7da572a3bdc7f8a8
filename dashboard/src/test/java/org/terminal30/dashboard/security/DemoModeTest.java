package org.terminal30.dashboard.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemoModeTest {
    private TestDashboard dashboard;
    private TestClient visitor;
    private int port;

    @BeforeAll
    void start(@TempDir Path folder) {
        dashboard = TestDashboard.demo(folder);
        visitor = dashboard.stranger();
        port = dashboard.server().uri().getPort();
    }

    @AfterAll
    void stop() {
        dashboard.close();
    }

    /** The HTTP client of the JDK does not let a test forge the Host. */
    private String statusLine(String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /api/me HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host).getBytes(
                    StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
        }
    }

    private int post(String name, String origin, String csrfToken) {
        String json = "{\"name\":\"%s\",\"role\":\"technician\",\"password\":\"another long one\"}".formatted(name);
        return visitor.send(visitor.to("/api/people").header("Content-Type", "application/json").header("Origin",
                origin).header("X-CSRF-TOKEN", csrfToken).POST(BodyPublishers.ofString(json))).statusCode();
    }

    private String csrfToken() {
        return visitor.get("/api/me").body().replaceAll(".*\"csrfToken\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void everybodyOnThisMachine_isDemo() {
        assertThat(visitor.get("/api/me").body()).contains("\"name\":\"Demo\"", "\"demo\":true");
        assertThat(post("Boris", "http://127.0.0.1:" + port, csrfToken())).isEqualTo(201);
        assertThat(post("Clara", "http://localhost:" + port, csrfToken())).isEqualTo(201);
    }

    @Test
    void anotherSitesOrigin_isRefused() {
        assertThat(post("Eve", "http://evil.example", csrfToken())).isEqualTo(403);
        assertThat(post("Eve", "http://127.0.0.1:" + (port == 1 ? 2 : 1), csrfToken())).isEqualTo(403);
        assertThat(post("Eve", "null", csrfToken())).isEqualTo(403);
        assertThat(post("Eve", "http://127.0.0.1:" + port, "guessed")).isEqualTo(403);
        assertThat(visitor.get("/api/people").body()).doesNotContain("Eve");
    }

    @Test
    void anotherNameForThisMachine_isRefused() throws IOException {
        assertThat(statusLine("evil.example:" + port)).contains(" 403 ");
        assertThat(statusLine("127.0.0.1.evil.example:" + port)).contains(" 403 ");
        assertThat(statusLine("127.0.0.1:1")).as("the end of the bay's cable").contains(" 200 ");
        assertThat(statusLine("localhost:" + port)).contains(" 200 ");
        assertThat(statusLine("[::1]:" + port)).contains(" 200 ");
    }

    @Test
    void aBaysToken_isStillThatOfABay() {
        var answer = visitor.send(visitor.to("/api/people").header("Authorization", "Token " + dashboard.token("1"))
                .GET());
        assertThat(answer.statusCode()).isEqualTo(403);
    }
}
