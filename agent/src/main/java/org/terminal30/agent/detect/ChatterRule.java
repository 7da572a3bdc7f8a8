package org.terminal30.agent.detect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.RecordDetail.Chattering;

/** Records of one kind that start and end again and again are one trouble: a contact that goes on and off (rule B3). */
final class ChatterRule {
    private final DetectorConfig.Chattering config;
    private final long withinNanos;
    private final RecordLog log;
    private final Map<EventKind, Repeats> repeats = new EnumMap<>(EventKind.class);
    /** The same in the same order, to be gone through with every window: a map's iterator would be garbage each time. */
    private List<Repeats> inOrder = List.of();

    ChatterRule(DetectorConfig.Chattering config, RecordLog log) {
        this.config = config;
        this.withinNanos = config.withinMillis() * 1_000_000;
        this.log = log;
    }

    /** The last starts of one kind, and the record of its chattering. */
    private final class Repeats {
        private final long[] starts = new long[config.count()];
        private long count;
        private long lastEndNanos;
        private RecordLog.@Nullable Entry entry;

        void ended(RecordLog.Entry ended, long endNanos) {
            starts[(int) (count++ % starts.length)] = ended.startNanos;
            lastEndNanos = endNanos;
            RecordLog.Entry chattering = entry;
            if (chattering != null) {
                again(chattering, ended);
            } else if (count >= starts.length && endNanos - oldestStart() <= withinNanos) {
                entry = log.beginChattering(oldestStart(), endNanos, ended.minimum, ended.maximum,
                        new Chattering(ended.kind, starts.length));
            }
        }

        private void again(RecordLog.Entry chattering, RecordLog.Entry ended) {
            chattering.minimum = Math.min(chattering.minimum, ended.minimum);
            chattering.maximum = Math.max(chattering.maximum, ended.maximum);
            if (chattering.detail instanceof Chattering so) {
                chattering.detail = new Chattering(so.of(), so.count() + 1);
            }
            log.update(chattering, lastEndNanos);
        }

        private long oldestStart() {
            return starts[(int) (count % starts.length)];
        }

        void advanceTo(long nowNanos) {
            RecordLog.Entry chattering = entry;
            if (chattering != null && nowNanos - lastEndNanos >= withinNanos) {
                log.end(chattering, lastEndNanos);
                entry = null;
                count = 0;
            }
        }
    }

    /** A record has ended. */
    void ended(RecordLog.Entry entry, long endNanos) {
        if (chatters(entry.kind)) {
            repeatsOf(entry.kind).ended(entry, endNanos);
        }
    }

    private Repeats repeatsOf(EventKind kind) {
        Repeats known = repeats.get(kind);
        if (known != null) {
            return known;
        }
        Repeats first = new Repeats();
        repeats.put(kind, first);
        inOrder = List.copyOf(repeats.values());
        return first;
    }

    /**
     * What may sound. Three attempts to start an engine are no bad contact, every load that is switched makes a dip, and
     * losses that follow each other are one already.
     */
    private static boolean chatters(EventKind kind) {
        return switch (kind) {
            case LOW, CRITICAL, INTERRUPTION, FEED_LOST, SURGE, REVERSED, BACKUP_LOST, NOT_WATCHING -> true;
            case DIP, CRANKING, GAP, CHATTERING -> false;
        };
    }

    /** What has been quiet for long enough is over, since its last end. */
    void advanceTo(long nowNanos) {
        for (int i = 0; i < inOrder.size(); i++) {
            inOrder.get(i).advanceTo(nowNanos);
        }
    }
}
