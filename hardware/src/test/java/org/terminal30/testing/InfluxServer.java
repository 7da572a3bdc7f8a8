package org.terminal30.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A real InfluxDB: Debian's influxd 1.6 with nginx before it, which translates the v2 write API. Everything listens on the
 * loopback interface, on free ports that stay the same over {@link #stop()} and {@link #start()}, and lives in a directory
 * of its own. Needs influxd and nginx.
 */
public final class InfluxServer implements AutoCloseable {
    private static final Duration ANSWER_BOUND = Duration.ofSeconds(20);

    private final TemporaryDirectory directory = new TemporaryDirectory("influx");
    private final int port = FreePort.next();
    private final int influxPort = FreePort.next();
    private final int backupPort = FreePort.next();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable ServerProcess influxd;
    private @Nullable ServerProcess nginx;

    /** Starts the server, without any database. */
    public InfluxServer() {
        start();
    }

    /** Where the InfluxDB Java client writes (v2) and asks (InfluxQL). */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Where influxd itself answers, without the proxy. */
    public URI direct() {
        return URI.create("http://127.0.0.1:" + influxPort);
    }

    /** Starts both processes on the data that is there; they are ready when this returns. */
    public void start() {
        if (influxd != null) {
            throw new IllegalStateException("already running");
        }
        Path configuration = render("influxd.conf");
        influxd = ServerProcess.start(directory.path().resolve("influxd.log"),
                List.of(DebianProgram.INFLUXD.path().toString(), "run", "-config", configuration.toString()))
                .awaitPort(influxPort);
        Path proxy = render("influx-proxy.conf");
        nginx = ServerProcess
                .start(directory.path().resolve("nginx.log"), List.of(DebianProgram.NGINX.path().toString(),
                        "-p", directory.path().toString(), "-e", "nginx-error.log", "-c", proxy.toString()))
                .awaitPort(port);
    }

    /** Ends both processes: connections are refused until the next {@link #start()}. The data stays. */
    public void stop() {
        if (nginx != null) {
            nginx.stop();
            nginx = null;
        }
        if (influxd != null) {
            influxd.stop();
            influxd = null;
        }
    }

    public void createDatabase(String database) {
        send(HttpRequest.newBuilder(URI.create(url() + "/query?q=" + encode("CREATE DATABASE \"" + database + "\"")))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** The answer to an InfluxQL query as CSV with a header line, times in nanoseconds; empty when there are no rows. */
    public String queryCsv(String database, String influxQl) {
        return send(HttpRequest.newBuilder(URI.create(
                url() + "/query?epoch=ns&db=" + encode(database) + "&q=" + encode(influxQl)))
                .header("Accept", "application/csv"));
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.timeout(ANSWER_BOUND).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("InfluxDB answers %d: %s"
                        .formatted(response.statusCode(), response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException("InfluxDB does not answer on " + url(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking InfluxDB", e);
        }
    }

    /** Fills in a configuration template and puts it into the server's directory. */
    private Path render(String template) {
        try (InputStream in = Objects.requireNonNull(InfluxServer.class.getResourceAsStream(template), template)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@DIRECTORY@", directory.path().toString())
                    .replace("@PORT@", Integer.toString(port))
                    .replace("@INFLUX_PORT@", Integer.toString(influxPort))
                    .replace("@BACKUP_PORT@", Integer.toString(backupPort));
            return Files.writeString(directory.path().resolve(template), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + template, e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        stop();
        http.close();
        directory.close();
    }
}
