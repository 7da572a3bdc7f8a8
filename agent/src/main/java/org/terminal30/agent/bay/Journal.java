package org.terminal30.agent.bay;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.outbox.Outbox;
import org.terminal30.agent.outbox.OutboxException;
import org.terminal30.agent.wire.WireRecord;

/**
 * Puts records on disk on a thread of its own: a slow memory card takes tens of milliseconds, and in that time a converter
 * that is polled would not be read, just when something happens. What is waiting here when the power goes is lost, a moment
 * of it.
 */
final class Journal implements AutoCloseable {
    /** More than a bay makes in an hour of trouble; reached only while the disk refuses. */
    static final int MAX_WAITING = 10_000;
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(5);
    private static final Entry LAST = new Entry(List.of(), "");
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Outbox outbox;
    private final boolean keeps;
    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicInteger outstanding = new AtomicInteger();
    private final Thread writer = Thread.ofPlatform().name("journal").daemon().unstarted(this::writeEverAgain);
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable String trouble;

    /**
     * What belongs together.
     *
     * @param earlier sent first; records whose labels an earlier boot gave
     * @param records sent in this order
     * @param snapshot the bay as it is after these records, what it continues from after a restart
     */
    record Entry(List<? extends WireRecord> earlier, List<? extends WireRecord> records, String snapshot) {
        /** An entry of this boot alone. */
        Entry(List<? extends WireRecord> records, String snapshot) {
            this(List.of(), records, snapshot);
        }
    }

    /** @param keeps whether to keep the outbox tidy too, because no uplink does */
    Journal(Outbox outbox, boolean keeps) {
        this.outbox = outbox;
        this.keeps = keeps;
    }

    void start() {
        writer.start();
    }

    /** Takes an entry without waiting for the disk; entries are written in this order. */
    void write(Entry entry) {
        outstanding.incrementAndGet();
        if (!waiting.offer(entry)) {
            outstanding.decrementAndGet();
            // The oldest are worth keeping: they say how it began. The disk has refused for long, and its trouble is shown.
            LOG.error("{} entries wait for the disk, one is lost: {}", MAX_WAITING, entry.records());
        }
    }

    /** Whether everything that was given is on disk. */
    boolean isIdle() {
        return outstanding.get() == 0;
    }

    /** Why nothing can be written, for people; null while all is well. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private void writeEverAgain() {
        try {
            for (Entry next = next(); !next.equals(LAST); next = next()) {
                storeEverAgain(next);
                outstanding.decrementAndGet();
            }
        } catch (InterruptedException interrupted) {
            LOG.warn("the journal was interrupted, {} entries are lost", waiting.size());
        }
    }

    private void storeEverAgain(Entry entry) throws InterruptedException {
        while (!stored(entry)) {
            if (closing.await(RETRY_PAUSE.toNanos(), TimeUnit.NANOSECONDS)) {
                if (!stored(entry)) {
                    LOG.error("the disk refuses to the end, lost: {}", entry.records());
                }
                return;
            }
        }
    }

    private Entry next() throws InterruptedException {
        if (!keeps) {
            return waiting.take();
        }
        Entry next = null;
        while (next == null) {
            next = waiting.poll(Outbox.KEEP_NANOS, TimeUnit.NANOSECONDS);
            attempt(outbox::keep);
        }
        return next;
    }

    private boolean stored(Entry entry) {
        return attempt(() -> outbox.store(entry.earlier(), entry.records(), Snapshots.KEY, entry.snapshot()));
    }

    private boolean attempt(Runnable write) {
        try {
            write.run();
            trouble = null;
            return true;
        } catch (OutboxException refused) {
            if (trouble == null) {
                LOG.error("the disk refuses, tried again every {} s", RETRY_PAUSE.toSeconds(), refused);
            }
            trouble = refused.getMessage();
            return false;
        }
    }

    /** Writes what waits, tries once more where the disk refused, and ends the thread. */
    @Override
    public void close() {
        closing.countDown();
        write(LAST);
        try {
            if (writer.isAlive() && !writer.join(CLOSE_BOUND)) {
                LOG.error("the disk does not answer within {}, {} entries are lost", CLOSE_BOUND, waiting.size());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
