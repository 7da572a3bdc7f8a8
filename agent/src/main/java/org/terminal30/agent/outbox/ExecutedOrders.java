package org.terminal30.agent.outbox;

import java.time.Duration;
import java.time.Instant;

/** Remembers the orders that were carried out, so that each is carried out once, restarts included (rule B10). */
public final class ExecutedOrders {
    /** An order lives for seconds; a repeat after this long would have expired many times over. */
    static final Duration REMEMBERED = Duration.ofDays(7);

    private final OutboxFile file;

    ExecutedOrders(OutboxFile file) {
        this.file = file;
    }

    /**
     * Takes the order for execution; on disk when this returns.
     *
     * @return true the first time, false for a repeat
     */
    public boolean claim(String id, Instant now) {
        return file.transaction(() -> {
            file.update("DELETE FROM executed WHERE at < ?", now.minus(REMEMBERED).toEpochMilli());
            return file.update("INSERT OR IGNORE INTO executed (id, at) VALUES (?, ?)", id, now.toEpochMilli()) == 1;
        });
    }
}
