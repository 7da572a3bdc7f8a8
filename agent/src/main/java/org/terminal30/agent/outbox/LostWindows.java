package org.terminal30.agent.outbox;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Clock;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.hardware.sample.Channel;

/**
 * The named gap that takes the place of windows that had to go: one {@code not-watching} event a channel with the reason
 * {@value #REASON}, from the first to the last lost window, growing by revisions.
 */
final class LostWindows {
    static final String REASON = "outbox-full";

    private final String idPrefix;
    private final Map<Channel, WireRecord.Event> gaps = new EnumMap<>(Channel.class);
    private int made;

    /** The ids are {@code <prefix>-g<n>}. */
    LostWindows(String idPrefix) {
        this.idPrefix = idPrefix;
    }

    /** Takes lost windows, oldest first, and returns the gaps that they made or lengthened. */
    List<WireRecord.Event> lost(List<Window> windows, Clock clock) {
        Map<Channel, WireRecord.Event> changed = new EnumMap<>(Channel.class);
        for (Window window : windows) {
            WireRecord.Event gap = gaps.get(window.channel());
            long endNanos = window.timeNanos() + Detector.WINDOW_NANOS;
            if (gap == null) {
                gap = event(window, idPrefix + "-g" + ++made, window.timeNanos(), 1, endNanos, clock);
            } else {
                boolean again = changed.containsKey(window.channel());
                int revision = again ? gap.revision() : gap.revision() + 1;
                gap = event(window, gap.id(), gap.timeNanos(), revision, endNanos, clock);
            }
            gaps.put(window.channel(), gap);
            changed.put(window.channel(), gap);
        }
        return List.copyOf(changed.values());
    }

    /** The backlog has left: what is lost after this is another gap. */
    void over() {
        gaps.clear();
    }

    private static WireRecord.Event event(Window window, String id, long startNanos, int revision, long endNanos,
            Clock clock) {
        return new WireRecord.Event(window.bay(), window.channel(), EventKind.NOT_WATCHING, id, startNanos, revision,
                false, endNanos - startNanos, null, null, false, null, REASON, null, clock);
    }
}
