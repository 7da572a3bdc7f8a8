package org.terminal30.dashboard.diagnosis.evidence;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.dashboard.diagnosis.Point;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.hardware.sample.Channel;

/** In which stretches of a visit a point was measured: no record says that it was not, and sips in between have values. */
final class Coverage {
    /** So many sips tell whether a channel was measured at all: one an hour, within these bounds. */
    private static final int FEWEST_SIPS = 16;
    private static final int MOST_SIPS = 128;
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long SIP_NANOS = 10_000_000_000L;

    private final History history;
    private final BayId bay;
    private final TimeRange range;
    private final List<Event> events;

    Coverage(History history, BayId bay, TimeRange range, List<Event> events) {
        this.history = history;
        this.bay = bay;
        this.range = range;
        this.events = events;
    }

    /** In order of time, none empty. */
    List<TimeRange> of(Point point) {
        Channel channel = point == Point.ONBOARD ? Channel.ONBOARD : Channel.RADIO;
        return withoutSilence(channel).stream().flatMap(stretch -> measured(channel, stretch).stream()).toList();
    }

    private List<TimeRange> withoutSilence(Channel channel) {
        List<TimeRange> stretches = new ArrayList<>();
        long from = range.fromNanos();
        for (Event event : events) {
            boolean silent = event.kind() == EventKind.NOT_WATCHING || event.kind() == EventKind.GAP
                    || isLeadOff(event);
            if (!silent || event.channel() != channel) {
                continue;
            }
            if (event.timeNanos() > from) {
                stretches.add(new TimeRange(from, event.timeNanos()));
            }
            from = Math.max(from, event.open() ? range.toNanos() : event.timeNanos() + event.durationNanos());
        }
        if (range.toNanos() > from) {
            stretches.add(new TimeRange(from, range.toNanos()));
        }
        return stretches;
    }

    /** Whether the bay saw that its lead was not on the car. */
    static boolean isLeadOff(Event event) {
        return event.kind() == EventKind.INTERRUPTION && SupplyEvent.LEAD_OFF.equals(event.reason());
    }

    /** What lies between two sips that both have values. A bay that was off left no record of its silence. */
    private List<TimeRange> measured(Channel channel, TimeRange stretch) {
        Series series = new Series(bay, channel);
        List<TimeRange> found = new ArrayList<>();
        long length = stretch.toNanos() - stretch.fromNanos();
        int sips = Math.clamp(length / HOUR_NANOS, FEWEST_SIPS, MOST_SIPS);
        long step = Math.max(1, length / sips);
        long begin = Long.MIN_VALUE;
        for (int sip = 0; sip <= sips; sip++) {
            long at = sip == sips ? stretch.toNanos() : stretch.fromNanos() + sip * step;
            boolean there = !history.buckets(series, around(at, stretch), new Grid(at, SIP_NANOS)).isEmpty();
            if (there && begin == Long.MIN_VALUE) {
                begin = at;
            }
            boolean ends = !there || sip == sips;
            if (ends && begin != Long.MIN_VALUE) {
                long end = there ? at : at - step;
                if (end > begin) {
                    found.add(new TimeRange(begin, end));
                }
                begin = Long.MIN_VALUE;
            }
        }
        return found;
    }

    private static TimeRange around(long at, TimeRange stretch) {
        return new TimeRange(at - SIP_NANOS / 2, at + SIP_NANOS / 2).within(stretch);
    }
}
