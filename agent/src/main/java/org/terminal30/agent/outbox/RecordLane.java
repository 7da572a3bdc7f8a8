package org.terminal30.agent.outbox;

import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.outbox.Batch.StoredRecord;

/** The durable records, in the order in which they were made. Every call belongs into a transaction of the file. */
final class RecordLane {
    private final OutboxFile file;
    /** Kept here so that a healthy link costs no query; the outbox reads it without a transaction. */
    private volatile long pending;

    RecordLane(OutboxFile file) {
        this.file = file;
    }

    void count() throws SQLException {
        pending = file.number("SELECT COUNT(*) FROM record");
    }

    long pending() {
        return pending;
    }

    /** Appends a line; {@code heldBoot} is the boot whose clock it waits for, null when it may leave. */
    long append(String line, @Nullable Long heldBoot) throws SQLException {
        return file.insert("INSERT INTO record (boot, line) VALUES (?, ?)", heldBoot, line);
    }

    List<StoredRecord> oldest(int most) throws SQLException {
        return file.rows("SELECT seq, line FROM record ORDER BY seq LIMIT ?",
                row -> new StoredRecord(row.getLong(1), row.getString(2)), most);
    }

    void delete(long row) throws SQLException {
        file.update("DELETE FROM record WHERE seq = ?", row);
    }
}
