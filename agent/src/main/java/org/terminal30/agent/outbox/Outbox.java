package org.terminal30.agent.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.outbox.Batch.Item;
import org.terminal30.agent.outbox.WindowMemory.Held;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.Relabel;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Clock;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.hardware.sample.NanoClock;

/**
 * What has not been acknowledged yet (rule B9). Events, alarms and jobs are on disk when {@link #store} returns; windows stay
 * in memory and go to disk when they are not acknowledged within a second; how the agent is lies nowhere. Three threads meet
 * here: the bay puts in, the uplink takes out one batch at a time, and a timer calls {@link #keep}.
 *
 * <p>Nothing leaves before {@link #release}: until then the labels are provisional (rule B8).
 */
public final class Outbox {
    /** A window that is not acknowledged after this goes to disk at the next {@link #keep}. */
    static final long SPILL_NANOS = 700_000_000;
    /** How often {@link #keep} has to be called for windows to be on disk within a second. */
    public static final long KEEP_NANOS = 250_000_000;
    /** How long a window waits for others to leave with it. */
    static final long GATHER_NANOS = 20_000_000;
    /** Of each lane in one batch: neither delays the other by more than this. */
    static final int MAX_LANE_LINES = 250;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutboxFile file;
    private final long boot;
    private final NanoClock clock;
    private final RecordLane records;
    private final Backlog backlog;
    private final Quarantine quarantine;
    private final LostWindows lost;
    private final WindowMemory memory = new WindowMemory();
    private final BacklogPace pace;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile WireRecord.@Nullable Agent status;
    private volatile boolean held = true;
    private volatile Clock trust = Clock.UNSURE;
    private volatile long newestLabelNanos;

    /**
     * An outbox that holds everything back until {@link #release}.
     *
     * @param boot number of this boot; rows of earlier boots that are still held are placed before it
     * @param idPrefix {@code <installation>-<boot>}, for the ids of gaps
     */
    public Outbox(OutboxFile file, long boot, String idPrefix, OutboxLimits limits, NanoClock clock) {
        this.file = file;
        this.boot = boot;
        this.clock = clock;
        this.records = new RecordLane(file);
        this.backlog = new Backlog(file, limits);
        this.quarantine = new Quarantine(file, limits.maxQuarantined());
        this.lost = new LostWindows(idPrefix);
        this.pace = new BacklogPace(limits.backlogLinesPerSecond(), MAX_LANE_LINES, clock.nanoTime());
        recount();
    }

    /**
     * Takes an event, alarm or job. On disk when this returns, and sent in this order.
     *
     * @throws OutboxException when the disk refuses; nothing of the list is stored then
     */
    public void store(List<? extends WireRecord> stored) {
        change(() -> append(stored));
        wake();
    }

    private void append(List<? extends WireRecord> stored) throws SQLException {
        for (WireRecord record : stored) {
            records.append(RecordCodec.line(record), heldBoot());
        }
    }

    /**
     * As {@link #store(List)}, together with a text of the {@link StateStore}: all of it is on disk, or nothing.
     *
     * @param earlier sent first; records whose labels an earlier boot gave, which {@link #release} does not move
     * @param key what the text is found by
     */
    public void store(List<? extends WireRecord> earlier, List<? extends WireRecord> stored, String key,
            String value) {
        change(() -> {
            for (WireRecord record : earlier) {
                records.append(RecordCodec.line(record), null);
            }
            append(stored);
            StateStore.put(file, key, value);
        });
        wake();
    }

    /** As {@link #store(List)}. */
    public void store(WireRecord record) {
        store(List.of(record));
    }

    /**
     * Takes a window into memory; never waits for the disk. While the disk takes no windows, the oldest go when there are
     * more than {@value WindowMemory#MAX_WINDOWS}, and are counted.
     */
    public void window(Window window) {
        newestLabelNanos = Math.max(newestLabelNanos, window.timeNanos());
        memory.add(window, clock.nanoTime());
        wake();
    }

    /** Takes how the agent is; an earlier status that has not left is forgotten. */
    public void status(WireRecord.Agent agent) {
        status = agent;
        wake();
    }

    /**
     * The labels are settled: moves those that were given so far, places what earlier boots left behind before this one, and
     * lets everything leave. Called once, by the thread that puts in.
     *
     * @param shiftNanos from the provisional to the settled label
     * @param clock how far the settled labels can be trusted
     * @param bootStartNanos settled label of the start of this boot
     */
    public void release(long shiftNanos, Clock clock, long bootStartNanos) {
        synchronized (file) {
            // In one go: a window that goes to disk in between would keep its provisional label.
            var rows = new HeldRows(file);
            change(() -> {
                rows.release(boot, shiftNanos, clock);
                rows.place(boot, bootStartNanos);
            });
            memory.shift(shiftNanos);
            relabel(shiftNanos, clock);
        }
        wake();
    }

    private void relabel(long shiftNanos, Clock clock) {
        WireRecord.Agent agent = status;
        if (agent != null && Relabel.shifted(agent, shiftNanos, clock) instanceof WireRecord.Agent shifted) {
            status = shifted;
        }
        long newest = newestLabelNanos;
        newestLabelNanos = newest + shiftNanos;
        trust = clock;
        held = false;
    }

    /** Whether nothing may leave because the labels are provisional. */
    public boolean isHeld() {
        return held;
    }

    /** Puts overdue windows on disk and makes room there. Called every {@link #KEEP_NANOS}. */
    public void keep() {
        toDisk(clock.nanoTime() - SPILL_NANOS);
    }

    /** Puts every window on disk, before the agent ends. */
    public void flush() {
        toDisk(clock.nanoTime());
    }

    private void toDisk(long arrivedNanos) {
        synchronized (file) {
            List<Held> overdue = memory.overdue(arrivedNanos);
            if (overdue.isEmpty()) {
                return;
            }
            List<Long> rows = new ArrayList<>();
            change(() -> {
                rows.addAll(backlog.append(overdue.stream().map(Held::window).toList(), heldBoot()));
                makeRoom();
            });
            memory.spilled(overdue, rows);
        }
    }

    private void makeRoom() throws SQLException {
        List<Window> removed = backlog.trim(newestLabelNanos);
        if (!removed.isEmpty()) {
            LOG.warn("outbox is full: the {} oldest windows are dropped", removed.size());
            for (WireRecord gap : lost.lost(removed, trust)) {
                records.append(RecordCodec.line(gap), heldBoot());
            }
            wake();
        }
    }

    /**
     * Waits until there is something to send, at most {@code maxNanos}. Records are worth sending at once, windows after they
     * had {@link #GATHER_NANOS} to gather.
     */
    public void await(long maxNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = maxNanos;
            long wait = Math.min(left, nanosUntilWork());
            while (left > 0 && wait > 0) {
                left -= wait - changed.awaitNanos(wait);
                wait = Math.min(left, nanosUntilWork());
            }
        } finally {
            lock.unlock();
        }
    }

    private long nanosUntilWork() {
        if (held) {
            return Long.MAX_VALUE;
        }
        if (records.pending() > 0 || status != null) {
            return 0;
        }
        long now = clock.nanoTime();
        long waited = memory.waitedNanos(now);
        long live = waited < 0 ? Long.MAX_VALUE : Math.max(0, GATHER_NANOS - waited);
        return backlog.pending() == 0 ? live : Math.min(live, pace.nanosUntilFull(now));
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes what leaves next: records in their order, live windows, the status; windows of the backlog when there is nothing
     * else. The caller gives every line back before it takes again.
     */
    public Batch take() {
        synchronized (file) {
            if (held) {
                return new Batch(List.of());
            }
            List<Item> items = new ArrayList<>();
            if (records.pending() > 0) {
                items.addAll(file.transaction(() -> records.oldest(MAX_LANE_LINES)));
            }
            for (Held window : memory.take(MAX_LANE_LINES)) {
                items.add(new Batch.LiveWindow(window, RecordCodec.line(window.window())));
            }
            WireRecord.Agent agent = status;
            if (agent != null) {
                status = null;
                items.add(new Batch.Status(RecordCodec.line(agent)));
            }
            return items.isEmpty() ? new Batch(fromBacklog()) : new Batch(items);
        }
    }

    private List<Item> fromBacklog() {
        long now = clock.nanoTime();
        int allowed = pace.allowed(now);
        if (backlog.pending() == 0 || allowed <= 0) {
            return List.of();
        }
        List<Batch.StoredWindow> windows = file.transaction(() -> backlog.oldest(allowed));
        pace.spent(windows.size(), now);
        return List.copyOf(windows);
    }

    /** The receiver has these lines for good. */
    public void acknowledged(List<? extends Item> items) {
        forget(items, null);
    }

    /** The receiver will never take this line: it goes to the quarantine. */
    public void refused(Item item, String reason) {
        LOG.warn("refused, goes to the quarantine: {} because of: {}", item.line(), reason);
        forget(List.of(item), reason);
    }

    private void forget(List<? extends Item> items, @Nullable String refusal) {
        synchronized (file) {
            List<Item> onDisk = new ArrayList<>();
            for (Item item : items) {
                switch (item) {
                    case Batch.LiveWindow live -> {
                        long row = memory.done(live.held());
                        if (row != 0) {
                            onDisk.add(new Batch.StoredWindow(row, live.line()));
                        }
                    }
                    case Batch.Status replaced -> {
                    }
                    case Batch.StoredRecord record -> onDisk.add(record);
                    case Batch.StoredWindow window -> onDisk.add(window);
                }
            }
            if (!onDisk.isEmpty() || refusal != null) {
                change(() -> delete(onDisk, items, refusal));
            }
            if (backlog.pending() == 0) {
                lost.over();
            }
        }
    }

    private void delete(List<Item> onDisk, List<? extends Item> all, @Nullable String refusal) throws SQLException {
        for (Item item : onDisk) {
            if (item instanceof Batch.StoredRecord record) {
                records.delete(record.row());
            } else if (item instanceof Batch.StoredWindow window) {
                backlog.delete(window.row());
            }
        }
        if (refusal != null) {
            for (Item item : all) {
                quarantine.add(item.line(), refusal);
            }
        }
    }

    /** These lines could not be sent, given in their order: they stay. */
    public void notSent(List<? extends Item> items) {
        memory.back(items.stream().filter(Batch.LiveWindow.class::isInstance)
                .map(item -> ((Batch.LiveWindow) item).held()).toList());
    }

    private void change(Change change) {
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

    @FunctionalInterface
    private interface Change {
        void run() throws SQLException;
    }

    private @Nullable Long heldBoot() {
        return held ? boot : null;
    }

    /** How much waits and how much was refused. */
    public Counters counters() {
        return new Counters(records.pending(), memory.size() + backlog.pending(), quarantine.counted(),
                memory.evicted());
    }

    /**
     * Running numbers.
     *
     * @param records records that are not acknowledged
     * @param windows windows that are not acknowledged, in memory or on disk
     * @param quarantined lines that were refused since the file was made
     * @param evicted windows lost since the start because the disk did not take them
     */
    public record Counters(long records, long windows, long quarantined, long evicted) {
        public long pending() {
            return records + windows;
        }
    }
}
