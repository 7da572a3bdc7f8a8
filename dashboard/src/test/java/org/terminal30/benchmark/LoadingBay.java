package org.terminal30.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/** A bay that sends like the agent: a window of each of two channels every 100 ms, itself every second, over one connection. */
final class LoadingBay implements Runnable {
    private static final long WINDOW_MILLIS = 100;
    private static final long WINDOW_NANOS = 100_000_000;
    private static final int WINDOWS_PER_SECOND = 10;

    private final String bay;
    private final String token;
    private final URI write;
    private final Map<String, Long> sentNanos;
    private final Percentiles answers;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile boolean stopped;

    /** {@code sentNanos} takes the moment at which each window left, by {@link #key}. */
    LoadingBay(String bay, String token, URI server, Map<String, Long> sentNanos, Percentiles answers) {
        this.bay = bay;
        this.token = token;
        this.write = server.resolve("/api/v2/write?bucket=terminal30&precision=ns");
        this.sentNanos = sentNanos;
        this.answers = answers;
    }

    static String key(String bay, long startMillis) {
        return bay + "@" + startMillis;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        long next = System.nanoTime();
        for (long count = 0; !stopped; count++) {
            next += WINDOW_NANOS;
            LockSupport.parkNanos(next - System.nanoTime());
            long startMillis = (System.currentTimeMillis() / WINDOW_MILLIS - 1) * WINDOW_MILLIS;
            String lines = window("onboard", startMillis) + window("backup", startMillis)
                    + (count % WINDOWS_PER_SECOND == 0 ? agent(startMillis) : "");
            long begun = System.nanoTime();
            sentNanos.put(key(bay, startMillis), begun);
            send(lines);
            answers.add(System.nanoTime() - begun);
        }
    }

    private void send(String lines) {
        HttpRequest request = HttpRequest.newBuilder(write).header("Authorization", "Token " + token)
                .header("Content-Type", "text/plain; charset=utf-8").header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(compressed(lines))).build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 204) {
                throw new IllegalStateException("bay %s is answered %d".formatted(bay, status));
            }
        } catch (IOException e) {
            // The dashboard is ended while the last answers are on their way.
            if (!stopped) {
                throw new UncheckedIOException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private static byte[] compressed(String lines) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
            gzip.write(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toByteArray();
    }

    private String window(String channel, long startMillis) {
        return "voltage,bay=%s,channel=%s,site=main min=12.69,max=12.72,sum=1093.1,n=86i %d000000\n".formatted(bay,
                channel, startMillis);
    }

    private String agent(long startMillis) {
        return ("agent,bay=%s,site=main version=\"0.1.0\",source=\"serial /dev/ttyACM0\",watching=true,vehicle=true,"
                + "rate=860.0,malformed=0i,pending=0i,quarantined=0i,boot=12i,clock=\"synchronised\" %d000000\n")
                .formatted(bay, startMillis);
    }
}
