package org.terminal30.agent.outbox;

import java.sql.SQLException;

/** Lines that the receiver refused: the newest are kept for reading, all are counted. Used inside transactions. */
final class Quarantine {
    private static final String COUNT_KEY = "quarantined";

    private final OutboxFile file;
    private final int maxKept;
    private volatile long count;

    Quarantine(OutboxFile file, int maxKept) {
        this.file = file;
        this.maxKept = maxKept;
    }

    void count() throws SQLException {
        count = file.number("SELECT CAST(value AS INTEGER) FROM state WHERE key = ?", COUNT_KEY);
    }

    /** Lines refused since the file was made. */
    long counted() {
        return count;
    }

    void add(String line, String reason) throws SQLException {
        long row = file.insert("INSERT INTO quarantine (line, reason) VALUES (?, ?)", line, reason);
        file.update("DELETE FROM quarantine WHERE seq <= ?", row - maxKept);
        file.update("INSERT INTO state (key, value) VALUES (?, '1') ON CONFLICT (key) DO UPDATE SET value = value + 1",
                COUNT_KEY);
        count();
    }
}
