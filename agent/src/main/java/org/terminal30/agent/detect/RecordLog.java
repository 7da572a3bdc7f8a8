package org.terminal30.agent.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;

/** Numbers and reports the records of one channel. Numbers of different channels never meet, whatever their order. */
final class RecordLog {
    static final long UPDATE_NANOS = 1_000_000_000;
    private static final int ENDED = 64;

    private final Channel channel;
    private final int stride;
    private final double railVolts;
    private final DetectionListener listener;
    private final List<Entry> open = new ArrayList<>();
    private final ArrayDeque<Entry> ended = new ArrayDeque<>();
    private long nextSequence;

    /**
     * A log without records.
     *
     * @param index of the channel, from 0
     * @param stride number of channels
     * @param railVolts a surge that reached it is saturated
     */
    RecordLog(Channel channel, int index, int stride, double railVolts, DetectionListener listener) {
        this.channel = channel;
        this.railVolts = railVolts;
        this.stride = stride;
        this.listener = listener;
        this.nextSequence = index + 1L;
    }

    /** A record that is open. */
    static final class Entry {
        final EventKind kind;
        final long sequence;
        final long startNanos;
        double minimum;
        double maximum;
        @Nullable
        String reason;
        private int revision;
        private long reportedNanos;
        private long endNanos;
        private @Nullable Entry parent;

        private Entry(EventKind kind, long sequence, long startNanos, double minimum, double maximum) {
            this.kind = kind;
            this.sequence = sequence;
            this.startNanos = startNanos;
            this.minimum = minimum;
            this.maximum = maximum;
        }
    }

    Entry begin(EventKind kind, long startNanos, long nowNanos, double minimum, double maximum,
            @Nullable String reason) {
        Entry entry = new Entry(kind, nextSequence, startNanos, minimum, maximum);
        entry.reason = reason;
        nextSequence += stride;
        open.add(entry);
        report(entry, nowNanos, true);
        adopt(entry);
        return entry;
    }

    void update(Entry entry, long nowNanos) {
        if (nowNanos - entry.reportedNanos >= UPDATE_NANOS) {
            report(entry, nowNanos, true);
        }
    }

    void report(Entry entry, long nowNanos, boolean stillOpen) {
        entry.parent = parentOf(entry);
        tell(entry, nowNanos, stillOpen);
    }

    private void tell(Entry entry, long nowNanos, boolean stillOpen) {
        Entry parent = entry.parent;
        entry.reportedNanos = nowNanos;
        listener.event(new SupplyEvent(entry.sequence, ++entry.revision, entry.kind, channel, entry.startNanos,
                Math.max(entry.startNanos, nowNanos), stillOpen, entry.minimum, entry.maximum,
                entry.kind == EventKind.SURGE && entry.maximum >= railVolts, parent == null ? 0 : parent.sequence,
                entry.reason));
    }

    void end(Entry entry, long endNanos) {
        report(entry, endNanos, false);
        open.remove(entry);
        entry.endNanos = endNanos;
        if (ended.size() == ENDED) {
            ended.removeFirst();
        }
        ended.addLast(entry);
    }

    /**
     * A record that matured late may hold some that ended before: their last state is told again, with their parent. Of
     * those, {@link #ENDED} are remembered.
     */
    private void adopt(Entry parent) {
        for (Entry child : ended) {
            Entry known = child.parent;
            if (nests(parent, child) && (known == null || depth(known.kind) < depth(parent.kind))) {
                child.parent = parent;
                tell(child, child.endNanos, false);
            }
        }
    }

    void finish(long nowNanos) {
        open.forEach(entry -> report(entry, nowNanos, true));
    }

    /** The innermost of the open records that hold this one. */
    private @Nullable Entry parentOf(Entry entry) {
        Entry best = null;
        for (Entry other : open) {
            if (nests(other, entry) && (best == null || depth(other.kind) > depth(best.kind))) {
                best = other;
            }
        }
        return best;
    }

    private static boolean nests(Entry outer, Entry inner) {
        return depth(outer.kind) > 0 && depth(outer.kind) < depth(inner.kind) && outer.startNanos <= inner.startNanos;
    }

    /** How far a kind is nested; 0 for those that never are. */
    private static int depth(EventKind kind) {
        return switch (kind) {
            case LOW -> 1;
            case CRITICAL -> 2;
            case DIP -> 3;
            case INTERRUPTION -> 4;
            case REVERSED -> 5;
            default -> 0;
        };
    }
}
