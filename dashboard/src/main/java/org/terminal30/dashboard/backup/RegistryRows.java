package org.terminal30.dashboard.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Rows of the registry's tables as JSON: {@code {"columns":["id",…],"rows":[[1,…],…]}}. The same from and to either database. */
final class RegistryRows {
    /** Rows in a chunk, at most; a report is some ten kilobytes. */
    private static final int ROWS = 500;
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private RegistryRows() {
    }

    /** Hands over a table, chunk by chunk; nothing for an empty one. */
    static void read(Handle handle, String table, Consumer<Chunk> taker) throws SQLException {
        try (var statement = handle.getConnection().createStatement()) {
            statement.setFetchSize(ROWS);
            try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                int number = 0;
                while (rows.next()) {
                    taker.accept(chunk(table, number++, rows));
                }
            }
        }
    }

    /** {@code rows} stands on the first of them, and then on the last. */
    private static Chunk chunk(String table, int number, ResultSet rows) throws SQLException {
        var out = new ByteArrayOutputStream();
        int count = 0;
        try (JsonGenerator json = JSON.createGenerator(out)) {
            int columns = rows.getMetaData().getColumnCount();
            json.writeStartObject();
            json.writeArrayFieldStart("columns");
            for (int i = 1; i <= columns; i++) {
                json.writeString(rows.getMetaData().getColumnName(i));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            do {
                json.writeStartArray();
                for (int i = 1; i <= columns; i++) {
                    write(json, rows.getObject(i), table);
                }
                json.writeEndArray();
                count++;
            } while (count < ROWS && rows.next());
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON into memory", e);
        }
        return new Chunk(Chunk.Kind.REGISTRY, table + "/" + number, count, Squeezed.bytes(out.toByteArray()));
    }

    private static void write(JsonGenerator json, @Nullable Object value, String table) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Integer whole -> json.writeNumber(whole);
            case Long whole -> json.writeNumber(whole);
            case Double number -> json.writeNumber(number);
            default -> throw new IllegalStateException("the table %s has a %s, which a backup cannot carry"
                    .formatted(table, value.getClass().getName()));
        }
    }

    /** Puts rows in; those that are there already stay. */
    static void putBack(Handle handle, Chunk chunk) throws IOException {
        String table = chunk.place().substring(0, chunk.place().indexOf('/'));
        try (JsonParser json = JSON.createParser(Squeezed.open(chunk.content()))) {
            json.nextToken();
            json.nextToken();
            List<String> columns = texts(json);
            json.nextToken();
            json.nextToken();
            PreparedBatch batch = handle.prepareBatch("insert into %s (%s) values (%s) on conflict do nothing"
                    .formatted(table, String.join(", ", columns),
                            columns.stream().map(column -> "?").collect(Collectors.joining(", "))));
            while (json.nextToken() == JsonToken.START_ARRAY) {
                batch.add(values(json));
            }
            batch.execute();
        }
    }

    private static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            String name = json.getText();
            if (!name.matches("[a-z_]+")) {
                throw new IOException("the column \"%s\" is no column of ours".formatted(name));
            }
            texts.add(name);
        }
        return texts;
    }

    private static @Nullable Object[] values(JsonParser json) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            values.add(switch (token) {
                case VALUE_NULL -> null;
                case VALUE_STRING -> json.getText();
                case VALUE_NUMBER_INT -> json.getLongValue();
                case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
                default -> throw new IOException("a row of the registry has " + token);
            });
        }
        return values.toArray();
    }

    /** Reads what follows as it is now, and holds up nobody who writes. Ended by {@link #endReading}. */
    static void beginReading(Handle handle) throws SQLException {
        Connection connection = handle.getConnection();
        if (isSqlite(handle)) {
            // The driver's own transactions are set to take the writer's lock.
            handle.execute("begin deferred");
        } else {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
        }
    }

    static void endReading(Handle handle) throws SQLException {
        if (isSqlite(handle)) {
            handle.execute("rollback");
        } else {
            Connection connection = handle.getConnection();
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setReadOnly(false);
        }
    }

    private static boolean isSqlite(Handle handle) throws SQLException {
        return handle.getConnection().getMetaData().getDatabaseProductName().equals("SQLite");
    }

    static boolean isEmpty(Handle handle, List<String> tables) {
        return tables.stream().allMatch(table -> count(handle, table) == 0);
    }

    static long count(Handle handle, String table) {
        return handle.createQuery("select count(*) from " + table).mapTo(Long.class).one();
    }

    /** The newest migration, by which two registries have the same tables. */
    static String version(Handle handle) {
        return handle.createQuery("""
                select version from flyway_schema_history where success and version is not null
                order by installed_rank desc limit 1""").mapTo(String.class).one();
    }
}
