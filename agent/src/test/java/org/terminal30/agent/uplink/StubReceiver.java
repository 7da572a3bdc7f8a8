package org.terminal30.agent.uplink;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A receiver that answers as the test says and keeps what it took. Listens on a free loopback port. */
final class StubReceiver implements AutoCloseable {
    /** What is answered to the lines of a request. */
    record Reply(int status, String body, List<String> taken) {
        static Reply stored(List<String> lines) {
            return new Reply(204, "", lines);
        }

        static Reply refused(int status, String body) {
            return new Reply(status, body, List.of());
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private final List<Integer> batchSizes = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<String> orderStreams = new ConcurrentLinkedQueue<>();
    private volatile Function<List<String>, Reply> answer = Reply::stored;

    StubReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/v2/write", this::write);
        server.createContext("/api/bays/1/orders", this::orders);
        server.createContext("/ping", exchange -> reply(exchange, 204, ""));
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void answer(Function<List<String>, Reply> next) {
        answer = next;
    }

    /** The lines that were taken, in the order in which they came. */
    List<String> stored() {
        return List.copyOf(stored);
    }

    List<Integer> batchSizes() {
        return List.copyOf(batchSizes);
    }

    List<String> paths() {
        return List.copyOf(paths);
    }

    /** What the next connection for orders is sent; it then stays open and silent. */
    void orderStream(String text) {
        orderStreams.add(text);
    }

    private void write(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream in = gzip
                ? new GZIPInputStream(new ByteArrayInputStream(body))
                : new ByteArrayInputStream(body)) {
            List<String> lines = new ArrayList<>(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
            paths.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + (gzip ? "gzip" : "plain"));
            batchSizes.add(lines.size());
            Reply reply = answer.apply(lines);
            stored.addAll(reply.taken());
            reply(exchange, reply.status(), reply.body());
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void orders(HttpExchange exchange) throws IOException {
        String text = orderStreams.poll();
        if (text == null) {
            reply(exchange, 503, "");
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
