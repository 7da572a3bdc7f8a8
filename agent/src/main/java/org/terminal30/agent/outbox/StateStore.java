package org.terminal30.agent.outbox;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Texts by key that survive a restart: the state of the alarms, the job, the number of the boot. */
public final class StateStore {
    private final OutboxFile file;

    StateStore(OutboxFile file) {
        this.file = file;
    }

    public Optional<String> get(String key) {
        List<String> values = file.transaction(
                () -> file.rows("SELECT value FROM state WHERE key = ?", row -> row.getString(1), key));
        return values.stream().findFirst();
    }

    /** On disk when this returns. */
    public void put(String key, String value) {
        file.transaction(() -> put(file, key, value));
    }

    /** As {@link #put(String, String)}, inside a transaction of the caller. */
    static int put(OutboxFile file, String key, String value) throws SQLException {
        return file.update(
                "INSERT INTO state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                key, value);
    }
}
