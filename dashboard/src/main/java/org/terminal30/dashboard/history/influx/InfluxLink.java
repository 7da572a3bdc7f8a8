package org.terminal30.dashboard.history.influx;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.stream.Collectors;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.InfluxQLQueryApi;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.InfluxQLQuery;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import com.influxdb.query.InfluxQLQueryResult;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

import org.terminal30.dashboard.history.influx.InfluxFault.Kind;

/** HTTP to an InfluxDB: the write API of version 2, questions in InfluxQL. Every call ends within a minute. Safe for any thread. */
final class InfluxLink implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration CALL_TIMEOUT = Duration.ofMinutes(1);
    private static final int IDLE_CONNECTIONS = 4;
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);
    private static final String VERSION = "X-Influxdb-Version";
    /**
     * In CSV a statement that fails half-way looks like one without rows; what comes after it is not carried out. So another one,
     * which always has rows, goes behind it.
     */
    private static final String PROOF = "; SHOW DATABASES";
    /** The client logs every refusal with its stack; we report them ourselves. Held, or the level is lost. */
    private static final java.util.logging.Logger CLIENT_LOG = java.util.logging.Logger.getLogger("com.influxdb");

    private final InfluxLogin login;
    private final OkHttpClient http;
    private final InfluxDBClient influx;
    private final WriteApiBlocking writer;
    private final InfluxQLQueryApi reader;
    private volatile String version = "";

    InfluxLink(InfluxLogin login) {
        CLIENT_LOG.setLevel(Level.OFF);
        this.login = login;
        this.http = new OkHttpClient.Builder().protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS))
                .connectTimeout(CONNECT_TIMEOUT).readTimeout(ANSWER_TIMEOUT).writeTimeout(ANSWER_TIMEOUT)
                .callTimeout(CALL_TIMEOUT).addNetworkInterceptor(this::versioned).build();
        var options = InfluxDBClientOptions.builder().url(login.url().toString()).okHttpClient(http.newBuilder())
                .org(login.org().isEmpty() ? "-" : login.org());
        if (!login.token().isEmpty()) {
            options.authenticateToken(login.token().toCharArray());
        }
        this.influx = InfluxDBClientFactory.create(options.build()).enableGzip();
        this.writer = influx.getWriteApiBlocking();
        this.reader = influx.getInfluxQLQueryApi();
    }

    private Response versioned(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String header = response.header(VERSION);
        if (header != null) {
            version = header.startsWith("v") ? header.substring(1) : header;
        }
        return response;
    }

    /** The client, for what only the set-up does. */
    InfluxDBClient client() {
        return influx;
    }

    /** What the server says it is, such as 1.8.10; asks it. */
    String version() throws InfluxFault {
        String base = login.url().toString();
        Request ping = new Request.Builder().url((base.endsWith("/") ? base : base + "/") + "ping").build();
        try (Response response = http.newCall(ping).execute()) {
            if (response.code() >= 500) {
                throw new InfluxFault(Kind.UNREACHABLE, "InfluxDB at %s answers %d".formatted(login, response.code()));
            }
            return version;
        } catch (IOException silent) {
            throw new InfluxFault(Kind.UNREACHABLE,
                    "InfluxDB at %s does not answer: %s".formatted(login, silent.getMessage()));
        }
    }

    /** Writes lines with times in nanoseconds. */
    void write(String database, List<String> lines) throws InfluxFault {
        try {
            writer.writeRecords(database, login.org().isEmpty() ? "-" : login.org(), WritePrecision.NS, lines);
        } catch (InfluxException refused) {
            throw fault(refused);
        }
    }

    /** The rows of all questions, in one request where the server can do that. */
    List<Row> ask(List<Question> questions) throws InfluxFault {
        List<Row> rows = new ArrayList<>();
        if (questions.size() > 1 && takesSeveral()) {
            return ask(questions.getFirst().database(), questions.stream().map(Question::qualified).collect(
                    Collectors.joining("; ")));
        }
        for (Question question : questions) {
            rows.addAll(ask(question.database(), question.statement()));
        }
        return rows;
    }

    /** Version 3 takes one statement at a time, and says in its status when that fails. */
    private boolean takesSeveral() throws InfluxFault {
        if (version.isEmpty()) {
            version();
        }
        return version.startsWith("1.") || version.startsWith("2.");
    }

    /** The rows of a statement; an error is never taken for no rows. */
    List<Row> ask(String database, String statement) throws InfluxFault {
        boolean proven = takesSeveral();
        try {
            InfluxQLQueryResult answer = reader.query(new InfluxQLQuery(proven ? statement + PROOF : statement,
                    database, InfluxQLQuery.AcceptHeader.CSV)
                    .setPrecision(InfluxQLQuery.InfluxQLPrecision.NANOSECONDS));
            List<Row> rows = rows(answer);
            if (proven && rows.stream().noneMatch(InfluxLink::isDatabase)) {
                throw new InfluxFault(Kind.REFUSING,
                        "InfluxDB at %s cannot answer from the database \"%s\": it is missing, or we may not read it"
                                .formatted(login, database));
            }
            return rows.stream().filter(row -> !isDatabase(row)).toList();
        } catch (InfluxException refused) {
            throw fault(refused);
        }
    }

    /** The names of the databases that we may see. */
    List<String> databases() throws InfluxFault {
        try {
            return rows(reader.query(new InfluxQLQuery("SHOW DATABASES", "", InfluxQLQuery.AcceptHeader.CSV))).stream()
                    .map(row -> row.values().getOrDefault("name", "")).toList();
        } catch (InfluxException refused) {
            throw fault(refused);
        }
    }

    /** Carries out a statement that answers nothing, also when it fails. */
    void order(String statement) throws InfluxFault {
        try {
            reader.query(new InfluxQLQuery(statement, "", InfluxQLQuery.AcceptHeader.CSV));
        } catch (InfluxException refused) {
            throw fault(refused);
        }
    }

    private static boolean isDatabase(Row row) {
        return "databases".equals(row.text(""));
    }

    private static List<Row> rows(InfluxQLQueryResult answer) {
        List<Row> rows = new ArrayList<>();
        for (InfluxQLQueryResult.Result result : answer.getResults()) {
            for (InfluxQLQueryResult.Series series : result.getSeries()) {
                List<String> columns = List.copyOf(series.getColumns().keySet());
                for (InfluxQLQueryResult.Series.Record row : series.getValues()) {
                    rows.add(row(series, columns, row.getValues()));
                }
            }
        }
        return rows;
    }

    private static Row row(InfluxQLQueryResult.Series series, List<String> columns, Object[] cells) {
        Map<String, String> values = new LinkedHashMap<>(series.getTags());
        values.put("", series.getName());
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null && !cells[i].toString().isEmpty()) {
                values.put(columns.get(i), cells[i].toString());
            }
        }
        return new Row(values);
    }

    private InfluxFault fault(InfluxException refused) {
        String reason = "InfluxDB at %s answers %d: %s".formatted(login, refused.status(), refused.getMessage());
        return switch (refused.status()) {
            case 0 -> new InfluxFault(Kind.UNREACHABLE, "InfluxDB at %s does not answer: %s".formatted(login,
                    refused.getMessage()));
            case 400, 422 -> new InfluxFault(Kind.BAD_LINES, reason);
            case 413 -> new InfluxFault(Kind.TOO_LARGE, reason);
            case 401, 403, 404, 405 -> new InfluxFault(Kind.REFUSING, reason);
            default -> new InfluxFault(Kind.UNREACHABLE, reason);
        };
    }

    /** Ends what is on its way. */
    void cancel() {
        http.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        influx.close();
        http.connectionPool().evictAll();
    }

    @Override
    public String toString() {
        return login.toString();
    }
}
