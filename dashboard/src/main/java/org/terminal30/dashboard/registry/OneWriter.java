package org.terminal30.dashboard.registry;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;

/**
 * Gives a transaction in PostgreSQL what it has in SQLite: it is the only one of its site until it ends, so that what it has
 * looked at stays true while it writes. Sites do not wait for each other.
 */
final class OneWriter extends DelegatingTransactionHandler {
    /** Tells our advisory locks from those of others, and the writer's from the dashboard's ({@link SiteLock}). */
    private static final int LOCK_CLASS = 30_002;

    OneWriter() {
        super(LocalTransactionHandler.binding());
    }

    @Override
    public void begin(Handle handle) {
        super.begin(handle);
        handle.createQuery("select 1 from pg_advisory_xact_lock(:class, hashtext(current_schema()))")
                .bind("class", LOCK_CLASS).mapTo(Integer.class).one();
    }
}
