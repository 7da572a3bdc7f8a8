package org.terminal30.agent.detect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;

/** Numbers and reports the records of one channel. Numbers of different channels never meet, whatever their order. */
final class RecordLog {
    static final long UPDATE_NANOS = 1_000_000_000;

    private final Channel channel;
    private final int stride;
    private final DetectionListener listener;
    private final List<Entry> open = new ArrayList<>();
    private long nextSequence;

    RecordLog(Channel channel, int index, int stride, DetectionListener listener) {
        this.channel = channel;
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
        boolean saturated;
        @Nullable
        String reason;
        private int revision;
        private long reportedNanos;
        private long parent;

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
        return entry;
    }

    void update(Entry entry, long nowNanos) {
        if (nowNanos - entry.reportedNanos >= UPDATE_NANOS) {
            report(entry, nowNanos, true);
        }
    }

    void report(Entry entry, long nowNanos, boolean stillOpen) {
        if (entry.parent == 0) {
            entry.parent = parentOf(entry);
        }
        entry.reportedNanos = nowNanos;
        listener.event(new SupplyEvent(entry.sequence, ++entry.revision, entry.kind, channel, entry.startNanos,
                Math.max(entry.startNanos, nowNanos), stillOpen, entry.minimum, entry.maximum, entry.saturated,
                entry.parent, entry.reason));
    }

    void end(Entry entry, long endNanos) {
        report(entry, endNanos, false);
        open.remove(entry);
    }

    void finish(long nowNanos) {
        open.forEach(entry -> report(entry, nowNanos, true));
    }

    private long parentOf(Entry entry) {
        Entry best = null;
        for (Entry other : open) {
            if (depth(other.kind) > 0 && depth(other.kind) < depth(entry.kind) && other.startNanos <= entry.startNanos
                    && (best == null || depth(other.kind) > depth(best.kind))) {
                best = other;
            }
        }
        return best == null ? 0 : best.sequence;
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
