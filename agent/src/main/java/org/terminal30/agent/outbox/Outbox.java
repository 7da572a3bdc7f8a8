package org.terminal30.agent.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.outbox.Batch.Item;
import org.terminal30.agent.outbox.Batch.Live;
import org.terminal30.agent.outbox.Batch.Stored;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.Relabel;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Clock;
import org.terminal30.agent.wire.WireRecord.Waveform;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.hardware.sample.NanoClock;

/**
 * What has not been acknowledged yet (rule B9). Events, alarms and jobs are on disk when {@link #store} returns; windows and
 * captures stay in memory and go to disk when they are not acknowledged within a second; how the agent is lies nowhere. Three threads meet
 * here: the bay puts in, the uplink takes out one batch at a time, and a timer calls {@link #keep}.
 *
 * <p>Nothing leaves before {@link #release}: until then the labels are provisional (rule B8).
 */
public final class Outbox {
    /** A window or capture that is not acknowledged after this goes to disk at the next {@link #keep}. */
    static final long SPILL_NANOS = 700_000_000;
    /** How often {@link #keep} has to be called for them to be on disk within a second. */
    public static final long KEEP_NANOS = 250_000_000;
    /** How long a window or capture waits for others to leave with it. */
    static final long GATHER_NANOS = 20_000_000;
    /** Of each lane in one batch: neither delays the other by more than this. */
    static final int MAX_LANE_LINES = 250;
    /** Captures in one batch, some 6 kB each: what follows them waits that long. */
    static final int MAX_LANE_CAPTURES = 8;
    /** Two channels at 10 windows/s for ten minutes; reached only while the disk refuses them. */
    static final int MAX_LIVE_WINDOWS = 12_000;
    /** 8 MB of samples; reached only while the disk refuses them. */
    static final int MAX_LIVE_CAPTURES = 500;
    /** So much of a refused line is enough for the log. */
    private static final int LOGGED_CHARACTERS = 300;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutboxFile file;
    private final long boot;
    private final NanoClock clock;
    private final Tables tables;
    private final LiveLane<Window> windows;
    private final LiveLane<Waveform> captures;
    private final LostWindows lost;
    private final BacklogPace pace;
    private final Bell bell = new Bell();
    private final LatestStatus status = new LatestStatus();
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
        this.tables = new Tables(file, limits);
        Backlog backlog = tables.backlog();
        this.windows = new LiveLane<>(MAX_LIVE_WINDOWS, MAX_LANE_LINES, backlog.windows());
        this.captures = new LiveLane<>(MAX_LIVE_CAPTURES, MAX_LANE_CAPTURES, backlog.captures());
        this.lost = new LostWindows(idPrefix);
        this.pace = new BacklogPace(limits.backlogLinesPerSecond(), MAX_LANE_LINES, clock.nanoTime());
    }

    /**
     * Takes an event, alarm or job. On disk when this returns, and sent in this order.
     *
     * @throws OutboxException when the disk refuses; nothing of the list is stored then
     */
    public void store(List<? extends WireRecord> stored) {
        tables.change(() -> append(stored));
        bell.ring();
    }

    private void append(List<? extends WireRecord> stored) throws SQLException {
        for (WireRecord record : stored) {
            tables.records().append(RecordCodec.line(record), heldBoot());
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
        tables.change(() -> {
            for (WireRecord record : earlier) {
                tables.records().append(RecordCodec.line(record), null);
            }
            append(stored);
            StateStore.put(file, key, value);
        });
        bell.ring();
    }

    /** As {@link #store(List)}. */
    public void store(WireRecord record) {
        store(List.of(record));
    }

    /**
     * Takes a window into memory; never waits for the disk. While the disk takes no windows, the oldest go when there are
     * more than {@value #MAX_LIVE_WINDOWS}, and are counted.
     */
    public void window(Window window) {
        newestLabelNanos = Math.max(newestLabelNanos, window.timeNanos());
        windows.add(window, clock.nanoTime());
        bell.ring();
    }

    /** Takes a capture as {@link #window} takes a window, up to {@value #MAX_LIVE_CAPTURES}. Packed when it leaves. */
    public void capture(Waveform capture) {
        captures.add(capture, clock.nanoTime());
        bell.ring();
    }

    /** Takes how the agent is; an earlier status that has not left is forgotten. */
    public void status(WireRecord.Agent agent) {
        status.put(agent);
        bell.ring();
    }

    /** Takes how a channel is measured; as {@link #status(WireRecord.Agent)}. */
    public void status(WireRecord.ChannelStatus channel) {
        status.put(channel);
        bell.ring();
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
            tables.change(() -> {
                rows.release(boot, shiftNanos, clock);
                rows.place(boot, bootStartNanos);
            });
            windows.replaceAll(window -> Relabel.shifted(window, shiftNanos));
            captures.replaceAll(capture -> Relabel.shifted(capture, shiftNanos, clock));
            relabel(shiftNanos, clock);
        }
        bell.ring();
    }

    private void relabel(long shiftNanos, Clock clock) {
        status.replaceAll(said -> Relabel.shifted(said, shiftNanos, clock));
        long newest = newestLabelNanos;
        newestLabelNanos = newest + shiftNanos;
        trust = clock;
        held = false;
    }

    /** Whether nothing may leave because the labels are provisional. */
    public boolean isHeld() {
        return held;
    }

    /** Puts overdue windows and captures on disk and makes room there. Called every {@link #KEEP_NANOS}. */
    public void keep() {
        toDisk(clock.nanoTime() - SPILL_NANOS);
    }

    /** Puts every window and capture on disk, before the agent ends. */
    public void flush() {
        toDisk(clock.nanoTime());
    }

    private void toDisk(long arrivedNanos) {
        synchronized (file) {
            var overdue = List.of(windows.overdue(arrivedNanos), captures.overdue(arrivedNanos));
            if (overdue.stream().allMatch(LiveLane.Spill::isEmpty)) {
                return;
            }
            tables.change(() -> {
                for (LiveLane.Spill<?> spill : overdue) {
                    spill.write(heldBoot());
                }
                makeRoom();
            });
            overdue.forEach(LiveLane.Spill::written);
        }
    }

    private void makeRoom() throws SQLException {
        Backlog.Trimmed removed = tables.backlog().trim(newestLabelNanos);
        if (removed.captures() > 0) {
            LOG.warn("outbox is full and has no window left: the {} oldest captures are dropped", removed.captures());
        }
        if (!removed.windows().isEmpty()) {
            LOG.warn("outbox is full: the {} oldest windows are dropped", removed.windows().size());
            for (WireRecord gap : lost.lost(removed.windows(), trust)) {
                tables.records().append(RecordCodec.line(gap), heldBoot());
            }
            bell.ring();
        }
    }

    /**
     * Waits until there is something to send, at most {@code maxNanos}. Records are worth sending at once, windows and captures
     * after they had {@link #GATHER_NANOS} to gather.
     */
    public void await(long maxNanos) throws InterruptedException {
        bell.await(maxNanos, this::nanosUntilWork);
    }

    private long nanosUntilWork() {
        if (held) {
            return Long.MAX_VALUE;
        }
        if (tables.records().pending() > 0 || !status.isEmpty()) {
            return 0;
        }
        long now = clock.nanoTime();
        long live = Math.min(untilGathered(windows, now), untilGathered(captures, now));
        return tables.backlog().pending() == 0 ? live : Math.min(live, pace.nanosUntilFull(now));
    }

    private static long untilGathered(LiveLane<?> lane, long nowNanos) {
        long waited = lane.waitedNanos(nowNanos);
        return waited < 0 ? Long.MAX_VALUE : Math.max(0, GATHER_NANOS - waited);
    }

    /**
     * Takes what leaves next: records in their order, live windows, the status, live captures; the backlog when there is
     * nothing else. The caller gives every line back before it takes again.
     */
    public Batch take() {
        synchronized (file) {
            if (held) {
                return new Batch(List.of());
            }
            List<Item> items = new ArrayList<>();
            if (tables.records().pending() > 0) {
                items.addAll(file.transaction(() -> tables.records().oldest(MAX_LANE_LINES)));
            }
            items.addAll(windows.take());
            status.take().forEach(said -> items.add(new Batch.Status(RecordCodec.line(said))));
            items.addAll(captures.take());
            return items.isEmpty() ? new Batch(fromBacklog()) : new Batch(items);
        }
    }

    private List<Item> fromBacklog() {
        long now = clock.nanoTime();
        int allowed = pace.allowed(now);
        if (tables.backlog().pending() == 0 || allowed <= 0) {
            return List.of();
        }
        List<Stored> lines = file.transaction(() -> tables.backlog().oldest(allowed, MAX_LANE_CAPTURES));
        pace.spent(Backlog.windowsOf(lines), now);
        return List.copyOf(lines);
    }

    /** The receiver has these lines for good. */
    public void acknowledged(List<? extends Item> items) {
        forget(items, null);
    }

    /** The receiver will never take this line: it goes to the quarantine. */
    public void refused(Item item, String reason) {
        String line = item.line();
        LOG.warn("refused, goes to the quarantine: {} because of: {}",
                line.substring(0, Math.min(line.length(), LOGGED_CHARACTERS)), reason);
        forget(List.of(item), reason);
    }

    private void forget(List<? extends Item> items, @Nullable String refusal) {
        synchronized (file) {
            List<Item> onDisk = new ArrayList<>();
            for (Item item : items) {
                switch (item) {
                    case Live live -> live.lane().done(live).ifPresent(onDisk::add);
                    case Batch.Status replaced -> {
                    }
                    case Batch.StoredRecord record -> onDisk.add(record);
                    case Stored stored -> onDisk.add(stored);
                }
            }
            if (!onDisk.isEmpty() || refusal != null) {
                tables.change(() -> delete(onDisk, items, refusal));
            }
            if (tables.backlog().windows().pending() == 0) {
                lost.over();
            }
        }
    }

    private void delete(List<Item> onDisk, List<? extends Item> all, @Nullable String refusal) throws SQLException {
        for (Item item : onDisk) {
            if (item instanceof Batch.StoredRecord record) {
                tables.records().delete(record.row());
            } else if (item instanceof Stored stored) {
                stored.table().delete(stored);
            }
        }
        if (refusal != null) {
            for (Item item : all) {
                tables.quarantine().add(item.line(), refusal);
            }
        }
    }

    /** These lines could not be sent, given in their order: they stay. */
    public void notSent(List<? extends Item> items) {
        List<Live> live = items.stream().filter(Live.class::isInstance).map(Live.class::cast).toList();
        windows.back(live);
        captures.back(live);
    }

    private @Nullable Long heldBoot() {
        return held ? boot : null;
    }

    /** How much waits and how much was refused. */
    public Counters counters() {
        return new Counters(tables.records().pending(), windows.pending(), captures.pending(),
                tables.quarantine().counted(), windows.evicted() + captures.evicted());
    }

    /**
     * Running numbers.
     *
     * @param records records that are not acknowledged
     * @param windows windows that are not acknowledged, in memory or on disk
     * @param captures captures that are not acknowledged, in memory or on disk
     * @param quarantined lines that were refused since the file was made
     * @param evicted windows and captures lost since the start because the disk did not take them
     */
    public record Counters(long records, long windows, long captures, long quarantined, long evicted) {
        public long pending() {
            return records + windows + captures;
        }
    }
}
