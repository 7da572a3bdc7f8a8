package org.terminal30.dashboard.diagnosis.evidence;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.agent.detect.EventKind;
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
    /** So many sips tell whether a channel was measured at all. */
    private static final int SIPS = 16;
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
            boolean silent = event.kind() == EventKind.NOT_WATCHING || event.kind() == EventKind.GAP;
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

    /** What lies between two sips that both have values. A bay that was off left no record of its silence. */
    private List<TimeRange> measured(Channel channel, TimeRange stretch) {
        Series series = new Series(bay, channel);
        List<TimeRange> found = new ArrayList<>();
        long step = Math.max(1, (stretch.toNanos() - stretch.fromNanos()) / SIPS);
        long begin = Long.MIN_VALUE;
        for (int sip = 0; sip <= SIPS; sip++) {
            long at = sip == SIPS ? stretch.toNanos() : stretch.fromNanos() + sip * step;
            boolean there = !history.buckets(series, around(at, stretch), new Grid(at, SIP_NANOS)).isEmpty();
            if (there && begin == Long.MIN_VALUE) {
                begin = at;
            }
            boolean ends = !there || sip == SIPS;
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
