package org.terminal30.agent.outbox;

import java.sql.SQLException;

/** The tables of an outbox. How much they hold is counted along, and anew after a change that failed. */
final class Tables {
    private final OutboxFile file;
    private final RecordLane records;
    private final Backlog backlog;
    private final Quarantine quarantine;

    Tables(OutboxFile file, OutboxLimits limits) {
        this.file = file;
        this.records = new RecordLane(file);
        this.backlog = new Backlog(file, limits);
        this.quarantine = new Quarantine(file, limits.maxQuarantined());
        recount();
    }

    RecordLane records() {
        return records;
    }

    Backlog backlog() {
        return backlog;
    }

    Quarantine quarantine() {
        return quarantine;
    }

    /** Statements of a transaction that answer nothing. */
    @FunctionalInterface
    interface Change {
        void run() throws SQLException;
    }

    /** All of the change is on disk when this returns, or nothing. */
    void change(Change change) {
        boolean done = false;
        try {
            done = file.transaction(() -> {
                change.run();
                records.count();
                return true;
            });
        } finally {
            if (!done) {
                recount();
            }
        }
    }

    private void recount() {
        file.transaction(() -> {
            records.count();
            backlog.count();
            quarantine.count();
            return true;
        });
    }
}
