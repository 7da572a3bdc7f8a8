package org.terminal30.dashboard.history.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jdbi.v3.core.Handle;

/**
 * The table {@code journal}. Everything that is measured passes here, one row for each batch behind the others: a commit writes one
 * page of it, however many series there are.
 */
final class JournalTable {
    /** For the first few windows of a batch: the buffer grows. */
    private static final int EXPECTED_BYTES = 64;

    private JournalTable() {
    }

    /** What a row holds. */
    record Row(long id, List<Part> parts) {}

    static void append(Handle handle, long id, List<Part> parts) throws SQLException {
        try (PreparedStatement insert = handle.getConnection()
                .prepareStatement("insert into journal (id, windows) values (?, ?)")) {
            insert.setLong(1, id);
            insert.setBytes(2, bytes(parts));
            insert.executeUpdate();
        }
    }

    /** The newest number that was ever given; 0 before the first. */
    static long newest(Handle handle) {
        return handle.createQuery("select coalesce(max(id), 0) from journal").mapTo(Long.class).one();
    }

    /** Hands over all rows in the order in which they arrived. */
    static void readAll(Handle handle, Consumer<Row> reader) {
        try (var rows = handle.createQuery("select id, windows from journal order by id")
                .map((row, context) -> row(row)).iterator()) {
            rows.forEachRemaining(reader);
        }
    }

    /** Deletes rows older than {@code id}, oldest first, at most {@code most}; how many. */
    static int trim(Handle handle, long id, int most) {
        return handle.createUpdate("""
                delete from journal where id in (select id from journal where id < :id
                    and id < (select max(id) from journal) order by id limit :most)""")
                .bind("id", id).bind("most", most).execute();
    }

    private static byte[] bytes(List<Part> parts) {
        var out = new NumberWriter(EXPECTED_BYTES);
        for (Part part : parts) {
            out.write(part.span().series());
            out.write(part.span().number());
            CellsCodec.write(part.windows(), out);
        }
        return out.bytes();
    }

    private static Row row(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        var in = new NumberReader(row.getBytes("windows"), 0);
        List<Part> parts = new ArrayList<>();
        try {
            while (in.more()) {
                parts.add(new Part(new Span(in.read(), in.read()), CellsCodec.read(in)));
            }
        } catch (DamagedException damaged) {
            throw new SQLException("row %d of the journal %s".formatted(id, damaged.getMessage()), damaged);
        }
        return new Row(id, parts);
    }
}
