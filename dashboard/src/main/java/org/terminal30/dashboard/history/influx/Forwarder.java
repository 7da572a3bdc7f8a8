package org.terminal30.dashboard.history.influx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.dashboard.history.influx.InfluxFault.Kind;
import org.terminal30.dashboard.history.influx.SpoolTables.Batch;
import org.terminal30.dashboard.history.influx.SpoolTables.Refused;

/** Sends what waits in the spool to InfluxDB, in order and in large pieces, on a thread of its own, for as long as it takes. */
final class Forwarder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
    /** Records that are sent before the spool lets go of them. */
    private static final int MAX_RECORDS = 20_000;
    /** A piece that InfluxDB takes at once: it recommends thousands of lines, and has a limit for bodies of 25 MB. */
    private static final int MAX_LINES = 5_000;
    private static final int MAX_CHARACTERS = 4 << 20;
    /** So that a quiet workshop does not write its disk for every batch. */
    private static final long LINGER_MILLIS = 1_000;
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    /** How often an idle forwarder looks whether InfluxDB is there. */
    private static final long IDLE_MILLIS = 10_000;
    /** When so many pieces of one parcel were refused, what is left of a refused piece is set aside as a whole. */
    private static final int MAX_REFUSALS = 200;
    private static final long PATIENCE_MILLIS = 70_000;

    private final Spool spool;
    private final Backlog backlog;
    private final InfluxLink link;
    private final Layout layout;
    private final Reach reach;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private boolean hasWork = true;
    private volatile boolean closed;

    Forwarder(Spool spool, Backlog backlog, InfluxLink link, Layout layout, Reach reach) {
        this.spool = spool;
        this.backlog = backlog;
        this.link = link;
        this.layout = layout;
        this.reach = reach;
        this.thread = Thread.ofPlatform().name("history-forwarder").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Something waits. */
    void call() {
        lock.lock();
        try {
            hasWork = true;
            called.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        long pauseMillis = FIRST_PAUSE_MILLIS;
        try {
            while (!closed) {
                try {
                    boolean more = sendNext();
                    pauseMillis = FIRST_PAUSE_MILLIS;
                    if (!more) {
                        awaitWork();
                    }
                } catch (InfluxFault fault) {
                    rest(pauseMillis);
                    pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, 2 * pauseMillis);
                } catch (RuntimeException failed) {
                    LOG.error("What waits could not be sent to InfluxDB; it stays in the spool", failed);
                    rest(LONGEST_PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException ending) {
            LOG.debug("What waits stays in the spool", ending);
        }
    }

    private void rest(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (left > 0 && !closed) {
                left = called.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitWork() throws InterruptedException {
        rest(LINGER_MILLIS);
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS);
            while (!hasWork && left > 0 && !closed) {
                left = called.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void takeUp() {
        lock.lock();
        try {
            hasWork = false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends the oldest parcel; without one, looks whether InfluxDB is there.
     *
     * @return whether a whole one was sent, so that there may be more
     */
    synchronized boolean sendNext() throws InfluxFault {
        takeUp();
        backlog.begin();
        List<Batch> batches = spool.oldest(MAX_RECORDS);
        try {
            if (batches.isEmpty()) {
                link.ask(layout.kept(), "SELECT \"n\" FROM \"voltage_1d\" WHERE time >= 0 AND time < 1");
            } else {
                send(batches);
            }
            reach.works();
            return batches.stream().mapToInt(batch -> batch.lines().size()).sum() >= MAX_RECORDS;
        } catch (InfluxFault fault) {
            reach.fails(fault);
            throw fault;
        }
    }

    private void send(List<Batch> batches) throws InfluxFault {
        Map<String, List<String>> byDatabase = new LinkedHashMap<>();
        batches.forEach(batch -> batch.lines().forEach(line -> byDatabase.computeIfAbsent(
                Lines.isEvent(line) ? layout.kept() : layout.windows(), database -> new ArrayList<>()).add(line)));
        List<Refused> notTaken = new ArrayList<>();
        for (var lines : byDatabase.entrySet()) {
            for (List<String> piece : pieces(lines.getValue())) {
                send(lines.getKey(), piece, notTaken);
            }
        }
        notTaken.forEach(lines -> LOG.warn("InfluxDB did not take {} records, which are set aside: {}",
                lines.lines().size(), lines.reason()));
        spool.forwarded(batches.getLast().id(), notTaken);
    }

    static List<List<String>> pieces(List<String> lines) {
        List<List<String>> pieces = new ArrayList<>();
        int start = 0;
        long characters = 0;
        for (int i = 0; i < lines.size(); i++) {
            characters += lines.get(i).length();
            if (i > start && (i - start == MAX_LINES || characters > MAX_CHARACTERS)) {
                pieces.add(lines.subList(start, i));
                start = i;
                characters = lines.get(i).length();
            }
        }
        pieces.add(lines.subList(start, lines.size()));
        return pieces;
    }

    /** Of a piece with bad lines the good ones are taken; halving finds which ones are not. */
    private void send(String database, List<String> piece, List<Refused> notTaken) throws InfluxFault {
        try {
            link.write(database, piece);
        } catch (InfluxFault fault) {
            if (fault.kind() != Kind.BAD_LINES && fault.kind() != Kind.TOO_LARGE) {
                throw fault;
            }
            if (piece.size() == 1 || notTaken.size() >= MAX_REFUSALS) {
                notTaken.add(new Refused(database, fault.reason(), piece));
                return;
            }
            int half = piece.size() / 2;
            send(database, piece.subList(0, half), notTaken);
            send(database, piece.subList(half, piece.size()), notTaken);
        }
    }

    /** Ends after what is being sent; what waits stays in the spool. */
    @Override
    public void close() {
        closed = true;
        call();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
