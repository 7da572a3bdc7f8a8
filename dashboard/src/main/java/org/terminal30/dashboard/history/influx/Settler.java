package org.terminal30.dashboard.history.influx;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.dashboard.history.influx.Backlog.Mark;

/**
 * Makes the roll-ups of spans that have new windows, from the windows that InfluxDB has, on a thread of its own. Wherever it is
 * stopped, the span stays marked and its roll-ups are made once more.
 */
final class Settler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
    private static final long ROUND_SECONDS = 10;
    /** Six hours of a series. */
    private static final int SPANS_AT_ONCE = 36;
    private static final long PATIENCE_SECONDS = 70;

    private final Spool spool;
    private final Backlog backlog;
    private final InfluxLink link;
    private final Layout layout;
    private final Reach reach;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("history-settler").daemon().factory());
    private @Nullable ScheduledFuture<?> rounds;
    private volatile boolean closed;

    Settler(Spool spool, Backlog backlog, InfluxLink link, Layout layout, Reach reach) {
        this.spool = spool;
        this.backlog = backlog;
        this.link = link;
        this.layout = layout;
        this.reach = reach;
    }

    void start() {
        rounds = thread.scheduleWithFixedDelay(this::round, ROUND_SECONDS, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    private void round() {
        backlog.nextRound();
        try {
            boolean more = true;
            while (more && !closed) {
                more = settleNext(false);
            }
        } catch (InfluxFault fault) {
            LOG.debug("Roll-ups wait", fault);
        } catch (RuntimeException failed) {
            LOG.error("Roll-ups could not be made; their spans are read from windows until they are", failed);
        }
    }

    /** Makes the roll-ups of a few spans of one series; false when none are due. */
    synchronized boolean settleNext(boolean everything) throws InfluxFault {
        List<Mark> due = backlog.due(everything, SPANS_AT_ONCE);
        if (due.isEmpty()) {
            return false;
        }
        try {
            new RollUps(link, layout, due.getFirst().span().series()).make(due.stream().map(Mark::span).toList());
            reach.works();
        } catch (InfluxFault fault) {
            reach.fails(fault);
            throw fault;
        }
        spool.settled(due);
        return true;
    }

    /** Ends after the question or write that is on its way. */
    @Override
    public void close() {
        closed = true;
        if (rounds != null) {
            rounds.cancel(false);
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Still making roll-ups after {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
