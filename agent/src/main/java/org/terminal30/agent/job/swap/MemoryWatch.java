package org.terminal30.agent.job.swap;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

/**
 * What happened to the radio's feed from the first verdict to the second, and so whether its memory was kept (rule B6). Judged at
 * the radio where that is measured, else on the network. Not safe for use by several threads.
 */
public final class MemoryWatch {
    /** A radio holds its memory down to some 6 V; with room to spare. */
    static final double KEPT_VOLTS = 9;
    private static final Set<EventKind> BREAKS = EnumSet.of(EventKind.INTERRUPTION, EventKind.FEED_LOST,
            EventKind.REVERSED);
    private static final Set<EventKind> BLINDNESS = EnumSet.of(EventKind.NOT_WATCHING, EventKind.GAP);

    private final Channel judged;
    private final Map<Long, SupplyEvent> events = new HashMap<>();
    private double lowestVolts = Double.POSITIVE_INFINITY;
    private boolean armedThroughout = true;

    /**
     * What came of the memory.
     *
     * @param kept false says only that a loss cannot be excluded
     * @param channel where it was measured
     * @param lowestVolts of the time under watch; infinite when nothing was measured
     * @param longestBreakNanos 0 for none
     * @param unseenNanos what was not measured, together
     */
    public record Result(boolean kept, Channel channel, double lowestVolts, long longestBreakNanos, long unseenNanos) {}

    /** @param measured the channels of this bay, among them {@code onboard} */
    public MemoryWatch(Set<Channel> measured) {
        this.judged = measured.contains(Channel.RADIO) ? Channel.RADIO : Channel.ONBOARD;
    }

    /** A window between the first verdict and the second. */
    public void window(Channel channel, double minimum) {
        if (channel == judged) {
            lowestVolts = Math.min(lowestVolts, minimum);
        }
    }

    /** A record, in any of its revisions. */
    public void event(SupplyEvent event) {
        if (event.channel() == judged || event.channel() == Channel.ONBOARD) {
            events.put(event.sequence(), event);
        }
    }

    /** The battery was out while nobody watched: before the verdict, or while the bay was off. */
    public void unwatched() {
        armedThroughout = false;
    }

    public Result result() {
        long longest = durationNanos(BREAKS, true);
        long unseen = durationNanos(BLINDNESS, false);
        boolean kept = armedThroughout && unseen == 0 && lowestVolts >= KEPT_VOLTS && longest == 0
                && lowestVolts < Double.POSITIVE_INFINITY;
        return new Result(kept, judged, lowestVolts, longest, unseen);
    }

    private long durationNanos(Set<EventKind> kinds, boolean longest) {
        var durations = events.values().stream().filter(event -> kinds.contains(event.kind()))
                .mapToLong(SupplyEvent::durationNanos);
        return longest ? durations.max().orElse(0) : durations.sum();
    }
}
