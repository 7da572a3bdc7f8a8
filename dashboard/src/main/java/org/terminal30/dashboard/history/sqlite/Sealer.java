package org.terminal30.dashboard.history.sqlite;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.dashboard.history.commit.GroupCommit;
import org.terminal30.dashboard.history.sqlite.Waiting.Due;

/**
 * Puts windows that wait into blocks, one span after the other, on a thread of its own. Merging and packing happen there; what is
 * written in the writer's turn is one finished block and its roll-ups at a time. Wherever it is stopped, nothing is lost and nothing
 * is there twice.
 */
final class Sealer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final long ROUND_SECONDS = 10;
    /** Rows of the journal that are deleted in one transaction. */
    private static final int TRIMMED_AT_ONCE = 1_000;
    /** So many spans are put into blocks before the oldest has its turn and the journal is shortened, also while there is no rest. */
    private static final int SPANS_BETWEEN_TRIMS = 64;
    private static final long PATIENCE_SECONDS = 30;

    private final Jdbi jdbi;
    private final Waiting waiting;
    private final GroupCommit writer;
    private final StoreMeters meters;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("history-sealer").daemon().factory());
    private final AtomicBoolean called = new AtomicBoolean();
    private @Nullable ScheduledFuture<?> rounds;
    private volatile boolean closed;

    Sealer(Jdbi jdbi, Waiting waiting, GroupCommit writer, StoreMeters meters) {
        this.jdbi = jdbi;
        this.waiting = waiting;
        this.writer = writer;
        this.meters = meters;
    }

    void start() {
        rounds = thread.scheduleWithFixedDelay(() -> {
            waiting.nextRound();
            seal(false);
        }, ROUND_SECONDS, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    /** Has a look before the next round when there is too much. */
    void call() {
        if (waiting.isTooMuch() && called.compareAndSet(false, true)) {
            try {
                thread.execute(() -> {
                    called.set(false);
                    seal(false);
                });
            } catch (RejectedExecutionException ending) {
                LOG.debug("What waits stays in the journal", ending);
            }
        }
    }

    /** Puts what is due into blocks, or everything, and shortens the journal. A fault ends it until the next round. */
    synchronized void seal(boolean everything) {
        try {
            int spans = 0;
            while (!closed && sealNext(everything)) {
                spans++;
                if (spans % SPANS_BETWEEN_TRIMS == 0) {
                    waiting.nextOldest().ifPresent(oldest -> meters.seal(() -> seal(oldest)));
                    trim();
                }
            }
            if (spans > 0) {
                trim();
            }
        } catch (RuntimeException failed) {
            LOG.error("Windows could not be put into their block; they wait in the journal", failed);
        }
    }

    /** Puts one span into its block; false when there is none. What it was made from stays in the journal for now. */
    synchronized boolean sealNext(boolean everything) {
        Optional<Due> due = waiting.nextDue(everything);
        due.ifPresent(it -> meters.seal(() -> seal(it)));
        return due.isPresent();
    }

    private void seal(Due due) {
        boolean done = false;
        try {
            Block block = new Block(due.span(), due.lastJournal(), settled(due.span()).with(due.windows()));
            writer.submit(handle -> {
                BlockTable.write(handle, block);
                return block;
            });
            done = true;
        } finally {
            if (done) {
                waiting.sealed(due);
            } else {
                waiting.failed(due);
            }
        }
    }

    private Remains settled(Span span) {
        try {
            return jdbi.withHandle(handle -> BlockTable.remains(handle, span));
        } catch (DamagedBlockException damaged) {
            LOG.error("Set aside, a new block begins in its place", damaged);
            meters.damaged();
            writer.submit(handle -> {
                BlockTable.setAside(handle, span);
                return span;
            });
            return Remains.NOTHING;
        }
    }

    private void trim() {
        long oldest = waiting.oldestJournal();
        int trimmed = TRIMMED_AT_ONCE;
        while (trimmed == TRIMMED_AT_ONCE && !closed) {
            trimmed = writer.submit((Handle handle) -> JournalTable.trim(handle, oldest, TRIMMED_AT_ONCE));
        }
    }

    /** Ends after the block that is being written. */
    @Override
    public void close() {
        closed = true;
        if (rounds != null) {
            rounds.cancel(false);
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Still writing a block after {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
