package org.terminal30.agent.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.outbox.Batch.Stored;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord;

/** The lines of one kind on disk, oldest first. Every call that throws belongs into a transaction of the file. */
final class BacklogTable {
    static final String WINDOWS = "window";
    static final String CAPTURES = "capture";

    private final OutboxFile file;
    private final String name;
    /** Kept here so that a healthy link costs no query; the outbox reads it without a transaction. */
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong characters = new AtomicLong();

    /** @param name of the table: {@link #WINDOWS} or {@link #CAPTURES} */
    BacklogTable(OutboxFile file, String name) {
        this.file = file;
        this.name = name;
    }

    void count() throws SQLException {
        pending.set(file.number("SELECT COUNT(*) FROM " + name));
        characters.set(file.number("SELECT COALESCE(SUM(LENGTH(line)), 0) FROM " + name));
    }

    long pending() {
        return pending.get();
    }

    /** All lines together. */
    long characters() {
        return characters.get();
    }

    /** Appends records and returns their rows; {@code heldBoot} is the boot whose clock they wait for. */
    List<Long> append(List<? extends WireRecord> records, @Nullable Long heldBoot) throws SQLException {
        List<Long> rows = new ArrayList<>(records.size());
        for (WireRecord record : records) {
            String line = RecordCodec.line(record);
            rows.add(file.insert("INSERT INTO " + name + " (boot, line) VALUES (?, ?)", heldBoot, line));
            characters.addAndGet(line.length());
        }
        pending.addAndGet(rows.size());
        return rows;
    }

    List<Stored> oldest(int most) throws SQLException {
        return file.rows("SELECT seq, line FROM " + name + " ORDER BY seq LIMIT ?",
                row -> new Stored(this, row.getLong(1), row.getString(2)), most);
    }

    void delete(Stored stored) throws SQLException {
        if (file.update("DELETE FROM " + name + " WHERE seq = ?", stored.row()) == 1) {
            pending.decrementAndGet();
            characters.addAndGet(-stored.line().length());
        }
    }
}
