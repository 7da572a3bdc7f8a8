package org.terminal30.agent.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.ChannelInfo;

/**
 * Numbers and reports the records of one channel. Numbers of different channels never meet, whatever their order. While it
 * holds, because the engine may be starting, records of {@link #isHoldable} kinds are made and not reported.
 */
final class RecordLog {
    static final long UPDATE_NANOS = 1_000_000_000;
    /** More records than any start has: whatever makes so many is none. */
    static final int MAX_HELD = 64;
    private static final int ENDED = 64;

    private final ChannelInfo info;
    private final int stride;
    private final DetectionListener listener;
    private final Captures captures;
    private final ChatterRule chatter;
    private final List<Entry> open = new ArrayList<>();
    private final ArrayDeque<Entry> ended = new ArrayDeque<>();
    private final List<Entry> held = new ArrayList<>();
    private boolean holding;
    private long nextSequence;

    /**
     * A log without records.
     *
     * @param index of the channel, from 0
     * @param stride number of channels
     * @param captures is told of each record that begins
     */
    RecordLog(ChannelInfo info, int index, int stride, DetectorConfig.Chattering chattering, Captures captures,
            DetectionListener listener) {
        this.info = info;
        this.stride = stride;
        this.listener = listener;
        this.captures = captures;
        this.chatter = new ChatterRule(chattering, this);
        this.nextSequence = index + 1L;
    }

    /** A record that is open, or ended a while ago. */
    static final class Entry {
        final EventKind kind;
        final long sequence;
        final long startNanos;
        double minimum;
        double maximum;
        @Nullable
        String reason;
        @Nullable
        RecordDetail detail;
        private int revision;
        private long reportedNanos;
        private long endNanos;
        private boolean isHeld;
        private @Nullable Entry parent;

        private Entry(EventKind kind, long sequence, long startNanos, double minimum, double maximum) {
            this.kind = kind;
            this.sequence = sequence;
            this.startNanos = startNanos;
            this.minimum = minimum;
            this.maximum = maximum;
        }

        /** Whether nobody has been told of it yet. */
        boolean isHeld() {
            return isHeld;
        }
    }

    Entry begin(EventKind kind, long startNanos, long nowNanos, double minimum, double maximum,
            @Nullable String reason) {
        return begin(made(kind, startNanos, minimum, maximum, null), nowNanos, reason);
    }

    Entry beginChattering(long startNanos, long nowNanos, double minimum, double maximum,
            RecordDetail.Chattering detail) {
        return begin(made(EventKind.CHATTERING, startNanos, minimum, maximum, detail), nowNanos, null);
    }

    private Entry made(EventKind kind, long startNanos, double minimum, double maximum,
            @Nullable RecordDetail detail) {
        Entry entry = new Entry(kind, nextSequence, startNanos, minimum, maximum);
        entry.detail = detail;
        nextSequence += stride;
        return entry;
    }

    private Entry begin(Entry entry, long nowNanos, @Nullable String reason) {
        entry.reason = reason;
        open.add(entry);
        entry.isHeld = holding && isHoldable(entry.kind);
        if (entry.isHeld) {
            held.add(entry);
        } else {
            if (entry.kind != EventKind.GAP) {
                captures.around(entry.startNanos);
            }
            report(entry, nowNanos, true);
            adopt(entry);
        }
        return entry;
    }

    /** A record that is known only when it is over. */
    Entry past(EventKind kind, long startNanos, long endNanos, double minimum, double maximum, RecordDetail detail) {
        Entry entry = made(kind, startNanos, minimum, maximum, detail);
        entry.endNanos = endNanos;
        tellPast(entry);
        return entry;
    }

    private void tellPast(Entry entry) {
        entry.parent = pastParentOf(entry);
        tell(entry, entry.endNanos, false);
        remember(entry);
        adopt(entry);
    }

    void update(Entry entry, long nowNanos) {
        if (nowNanos - entry.reportedNanos >= UPDATE_NANOS) {
            report(entry, nowNanos, true);
        }
    }

    void report(Entry entry, long nowNanos, boolean stillOpen) {
        if (!entry.isHeld) {
            entry.parent = parentOf(entry);
            tell(entry, nowNanos, stillOpen);
        }
    }

    /** Tells of a record that has ended something that was found out later. */
    void amend(Entry entry) {
        tell(entry, entry.endNanos, false);
    }

    private void tell(Entry entry, long nowNanos, boolean stillOpen) {
        Entry parent = entry.parent;
        entry.reportedNanos = nowNanos;
        listener.event(new SupplyEvent(entry.sequence, ++entry.revision, entry.kind, info.channel(), entry.startNanos,
                Math.max(entry.startNanos, nowNanos), stillOpen, entry.minimum, entry.maximum,
                entry.kind == EventKind.SURGE && entry.maximum >= info.railVolts(),
                parent == null ? 0 : parent.sequence, entry.reason, entry.detail));
    }

    void end(Entry entry, long endNanos) {
        report(entry, endNanos, false);
        open.remove(entry);
        entry.endNanos = endNanos;
        if (!entry.isHeld) {
            remember(entry);
        }
    }

    private void remember(Entry entry) {
        if (ended.size() == ENDED) {
            ended.removeFirst();
        }
        ended.addLast(entry);
        chatter.ended(entry, entry.endNanos);
    }

    /**
     * A record that matured late may hold some that ended before: their last state is told again, with their parent. Of
     * those, {@link #ENDED} are remembered.
     */
    private void adopt(Entry parent) {
        for (Entry child : ended) {
            Entry known = child.parent;
            if (Nesting.holds(parent, child) && (known == null || Nesting.isOuter(known, parent))) {
                child.parent = parent;
                tell(child, child.endNanos, false);
            }
        }
    }

    /** From now on records that a start would explain are held back. */
    void hold() {
        holding = true;
    }

    /** Whether more is held back than a start can explain. */
    boolean isOverfull() {
        return held.size() >= MAX_HELD;
    }

    /** It was no start: what was held back is reported as it stands, those that ended first. */
    void release(long nowNanos) {
        holding = false;
        for (Entry entry : held) {
            entry.isHeld = false;
            captures.around(entry.startNanos);
        }
        for (Entry entry : held) {
            if (!open.contains(entry)) {
                tellPast(entry);
            }
        }
        for (Entry entry : held) {
            if (open.contains(entry)) {
                report(entry, nowNanos, true);
                adopt(entry);
            }
        }
        held.clear();
    }

    /** It was a start: what was held back never happened. */
    void excuse() {
        holding = false;
        open.removeAll(held);
        held.clear();
    }

    /** Kinds that an engine start explains (rule B5). */
    private static boolean isHoldable(EventKind kind) {
        return kind == EventKind.LOW || kind == EventKind.CRITICAL || kind == EventKind.INTERRUPTION;
    }

    /** Time has passed: chattering may be over, and what is open is told of once a second. */
    void advanceTo(long nowNanos) {
        chatter.advanceTo(nowNanos);
        for (int i = 0; i < open.size(); i++) {
            update(open.get(i), nowNanos);
        }
    }

    /** The stream is over: what is open is reported as it stands. */
    void finish(long nowNanos) {
        release(nowNanos);
        open.forEach(entry -> report(entry, nowNanos, true));
    }

    /** As {@link #parentOf}, for a record that ended a while ago: what held it may have ended since. */
    private @Nullable Entry pastParentOf(Entry entry) {
        Entry best = parentOf(entry);
        for (Entry other : ended) {
            if (Nesting.holds(other, entry) && other.endNanos >= entry.endNanos
                    && (best == null || Nesting.isOuter(best, other))) {
                best = other;
            }
        }
        return best;
    }

    /** The innermost of the open records that hold this one. */
    private @Nullable Entry parentOf(Entry entry) {
        Entry best = null;
        for (Entry other : open) {
            if (!other.isHeld && Nesting.holds(other, entry) && (best == null || Nesting.isOuter(best, other))) {
                best = other;
            }
        }
        return best;
    }
}
