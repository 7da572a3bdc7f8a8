package org.terminal30.agent.uplink;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

import org.terminal30.agent.clock.ServerClock;
import org.terminal30.agent.config.DashboardConfig;

/** HTTP to a dashboard or an InfluxDB. Every answer tells the {@link ServerClock} what time it is there. */
public final class Receiver implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    /** One connection for writing, one for orders. */
    private static final int IDLE_CONNECTIONS = 2;
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);
    /** The client logs every refusal with its stack; the uplink reports them itself. Held, or the level is lost. */
    private static final java.util.logging.Logger CLIENT_LOG = java.util.logging.Logger.getLogger("com.influxdb");

    private final DashboardConfig config;
    private final OkHttpClient http;
    private final InfluxDBClient influx;
    private final WriteApiBlocking writer;

    public Receiver(DashboardConfig config, ServerClock serverClock) {
        CLIENT_LOG.setLevel(Level.OFF);
        this.config = config;
        this.http = new OkHttpClient.Builder().protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS))
                .connectTimeout(CONNECT_TIMEOUT).readTimeout(ANSWER_TIMEOUT).writeTimeout(ANSWER_TIMEOUT)
                .addNetworkInterceptor(chain -> dated(chain, serverClock)).build();
        this.influx = InfluxDBClientFactory.create(InfluxDBClientOptions.builder().url(config.url().toString())
                .authenticateToken(config.token().toCharArray()).org(config.org()).bucket(config.bucket())
                .okHttpClient(http.newBuilder()).build()).enableGzip();
        this.writer = influx.getWriteApiBlocking();
    }

    private static Response dated(Interceptor.Chain chain, ServerClock serverClock) throws IOException {
        Response response = chain.proceed(chain.request());
        Instant date = response.headers().getInstant("Date");
        if (date != null) {
            serverClock.heard(date);
        }
        return response;
    }

    /** Sends lines with times in nanoseconds and waits for the answer, a few seconds at most. */
    Answer write(List<String> lines) {
        try {
            writer.writeRecords(config.bucket(), config.org(), WritePrecision.NS, lines);
            return new Answer.Stored();
        } catch (InfluxException refusal) {
            return answer(refusal);
        }
    }

    private Answer answer(InfluxException refusal) {
        String reason = "%s answers %d: %s".formatted(config.url(), refusal.status(), refusal.getMessage());
        return switch (refusal.status()) {
            case 0 -> new Answer.Unreachable("%s does not answer: %s".formatted(config.url(), refusal.getMessage()));
            case 400, 422 -> badLine(refusal);
            case 413 -> new Answer.TooLarge(reason);
            case 401, 403, 404, 405 -> new Answer.Denied(reason + "; check url, token and bucket");
            default -> new Answer.Unreachable(reason);
        };
    }

    private static Answer badLine(InfluxException refusal) {
        String reason = String.valueOf(refusal.getMessage());
        Map<String, Object> body = refusal.errorBody();
        return body.get("line") instanceof Number line
                ? new Answer.BadLine(line.intValue(), reason)
                : new Answer.BadBatch(reason);
    }

    /** Asks for nothing but an answer, to learn the time. */
    void probe() throws IOException {
        http.newCall(request("/ping").build()).execute().close();
    }

    /**
     * The stream of orders for a bay, to be executed by the caller.
     *
     * @param silence a connection that brings nothing for this long is dead
     */
    Call orders(String bay, Duration silence) {
        return http.newBuilder().readTimeout(silence).build()
                .newCall(request("/api/bays/" + bay + "/orders").header("Accept", "text/event-stream").build());
    }

    private Request.Builder request(String path) {
        String base = config.url().toString();
        return new Request.Builder().url((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path)
                .header("Authorization", "Token " + config.token());
    }

    @Override
    public void close() {
        influx.close();
        http.connectionPool().evictAll();
    }

    @Override
    public String toString() {
        return config.url().toString();
    }
}
