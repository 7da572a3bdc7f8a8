package org.terminal30.dashboard.history.commit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of the file: a thread that puts all changes that wait into one transaction, so that many bays share one wait for the
 * disk. Each change is applied or not by itself; a failing one takes none of its neighbours with it. Safe for any thread.
 */
public final class GroupCommit implements AutoCloseable {
    /** Changes that wait for their turn; more wait to be let in. */
    static final int MAX_WAITING = 1024;
    /** Changes in one transaction: bounds how long one of them waits for the others. */
    static final int MAX_IN_TRANSACTION = 256;
    /** Transactions that a piece of upkeep lets pass while changes keep coming: it is put off, never for good. */
    static final int MAX_PASSED_OVER = 64;
    private static final String ONE = "one";

    private final Jdbi jdbi;
    private final IntConsumer committed;
    private final BlockingQueue<Submission<?>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final BlockingQueue<Submission<?>> upkeep = new ArrayBlockingQueue<>(1);
    private final Submission<Boolean> end = new Submission<>(handle -> true);
    private final Submission<Boolean> wake = new Submission<>(handle -> true);
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean ended;

    public GroupCommit(Jdbi jdbi) {
        this(jdbi, together -> {});
    }

    /** {@code committed} is told, by the writer, how many changes each transaction had. */
    public GroupCommit(Jdbi jdbi, IntConsumer committed) {
        this.jdbi = jdbi;
        this.committed = committed;
        this.thread = Thread.ofPlatform().name("history-writer").daemon().unstarted(this::run);
    }

    /** Something to be written. */
    public interface Change<T> {
        /** Writes, within a transaction that others share. May be rolled back afterwards. */
        T apply(Handle handle) throws SQLException;

        /** Called by the writer when the transaction is on disk, before the next one begins. */
        default void committed() {
        }
    }

    public void start() {
        thread.start();
    }

    /**
     * Returns when the change is on disk.
     *
     * @throws TransactionException when it is not, and will not be
     */
    public <T> T submit(Change<T> change) {
        return submit(change, false);
    }

    /**
     * The same for a small piece of upkeep, in a transaction of its own when nothing else waits, or when
     * {@value #MAX_PASSED_OVER} transactions have passed it over. A change that comes meanwhile waits for that one piece at most.
     */
    public <T> T submitWhenIdle(Change<T> change) {
        return submit(change, true);
    }

    private <T> T submit(Change<T> change, boolean whenIdle) {
        var submission = new Submission<T>(change);
        try {
            if (closed) {
                throw new TransactionException("the history is closed");
            }
            if (whenIdle) {
                upkeep.put(submission);
            }
            waiting.put(whenIdle ? wake : submission);
            if (ended) {
                failAll();
            }
            return submission.outcome.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TransactionException("interrupted before the history was written", interrupted);
        } catch (CompletionException failed) {
            throw new TransactionException("the history could not be written", failed.getCause());
        }
    }

    private void run() {
        List<Submission<?>> group = new ArrayList<>(MAX_IN_TRANSACTION);
        boolean more = true;
        int passedOver = 0;
        while (more) {
            try {
                group.clear();
                group.add(waiting.take());
                waiting.drainTo(group, MAX_IN_TRANSACTION - 1);
                more = !group.contains(end);
                group.removeIf(submission -> submission == wake);
                commit(group);
                passedOver = waiting.isEmpty() || passedOver == MAX_PASSED_OVER ? 0 : passedOver + 1;
                if (passedOver == 0) {
                    Submission<?> piece = upkeep.poll();
                    commit(piece == null ? List.of() : List.of(piece));
                }
            } catch (InterruptedException interrupted) {
                more = false;
            }
        }
        ended = true;
        failAll();
    }

    private void commit(List<? extends Submission<?>> group) {
        if (group.isEmpty()) {
            return;
        }
        try (Handle handle = jdbi.open()) {
            handle.begin();
            if (group.size() == 1) {
                group.getFirst().apply(handle);
            } else {
                group.forEach(submission -> submission.applyApart(handle));
            }
            handle.commit();
            committed.accept(group.size());
        } catch (RuntimeException | SQLException | Error failed) {
            group.forEach(submission -> submission.fail(failed));
        }
        group.forEach(Submission::finish);
    }

    private void failAll() {
        for (var queue : List.of(waiting, upkeep)) {
            for (Submission<?> late = queue.poll(); late != null; late = queue.poll()) {
                late.outcome.completeExceptionally(new TransactionException("the history is closed"));
            }
        }
    }

    /** Writes what waits, and ends. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                waiting.put(end);
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A change and who waits for it. */
    private static final class Submission<T> {
        private final CompletableFuture<T> outcome = new CompletableFuture<>();
        private final Change<T> change;
        private @Nullable T result;

        Submission(Change<T> change) {
            this.change = change;
        }

        void apply(Handle handle) throws SQLException {
            result = change.apply(handle);
        }

        void applyApart(Handle handle) {
            handle.savepoint(ONE);
            try {
                apply(handle);
                handle.releaseSavepoint(ONE);
            } catch (RuntimeException | SQLException failed) {
                outcome.completeExceptionally(failed);
                handle.rollbackToSavepoint(ONE);
            }
        }

        void fail(Throwable failed) {
            outcome.completeExceptionally(failed);
        }

        void finish() {
            if (outcome.isDone() || result == null) {
                return;
            }
            try {
                change.committed();
                outcome.complete(result);
            } catch (RuntimeException failed) {
                outcome.completeExceptionally(failed);
            }
        }
    }
}
