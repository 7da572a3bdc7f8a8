package org.terminal30.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/**
 * A bay that sends like the agent: a window of each of two channels every 100 ms, itself every second, gzipped, over one connection
 * with one request under way; what becomes due meanwhile goes with the next.
 */
final class LoadingBay implements Runnable {
    private static final long WINDOW_MILLIS = 100;
    private static final int WINDOWS_PER_SECOND = 10;
    private static final String GZIP = "Content-Encoding: gzip\r\n";

    private final String bay;
    private final String token;
    private final URI write;
    private final Percentiles answers;
    private volatile boolean stopped;
    private volatile long firstMillis;
    private volatile long acknowledged;

    LoadingBay(String bay, String token, URI write, Percentiles answers) {
        this.bay = bay;
        this.token = token;
        this.write = write;
        this.answers = answers;
    }

    void stop() {
        stopped = true;
    }

    String bay() {
        return bay;
    }

    /** The start of the first window of each channel. */
    long firstMillis() {
        return firstMillis;
    }

    /** Windows of each channel that were acknowledged, one after the other from the first. */
    long acknowledged() {
        return acknowledged;
    }

    @Override
    public void run() {
        try (WriteConnection connection = new WriteConnection(write, WriteConnection.token(token) + GZIP)) {
            firstMillis = System.currentTimeMillis() / WINDOW_MILLIS * WINDOW_MILLIS;
            for (long sent = 0; !stopped;) {
                long now = System.currentTimeMillis();
                long due = (now - firstMillis) / WINDOW_MILLIS;
                if (due == sent) {
                    LockSupport.parkNanos((firstMillis + (sent + 1) * WINDOW_MILLIS - now) * 1_000_000);
                } else {
                    byte[] body = body(sent, due);
                    long begun = System.nanoTime();
                    connection.post(body);
                    answers.add(System.nanoTime() - begun);
                    sent = due;
                    acknowledged = due;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] body(long from, long to) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (long number = from; number < to; number++) {
            long startMillis = firstMillis + number * WINDOW_MILLIS;
            window(lines, "onboard", startMillis);
            window(lines, "backup", startMillis);
            if (number % WINDOWS_PER_SECOND == 0) {
                agent(lines, startMillis);
            }
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
            gzip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        return body.toByteArray();
    }

    private void window(StringBuilder lines, String channel, long startMillis) {
        lines.append("voltage,bay=").append(bay).append(",channel=").append(channel)
                .append(",site=main min=12.69,max=12.72,sum=1093.1,n=86i ").append(startMillis).append("000000\n");
    }

    private void agent(StringBuilder lines, long startMillis) {
        lines.append("agent,bay=").append(bay)
                .append(",site=main version=\"0.1.0\",source=\"serial /dev/ttyACM0\",watching=true,vehicle=true,")
                .append("rate=860.0,malformed=0i,pending=0i,quarantined=0i,boot=12i,clock=\"synchronised\" ")
                .append(startMillis).append("000000\n");
    }
}
