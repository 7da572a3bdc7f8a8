package org.terminal30.dashboard.history.sqlite;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jdbi.v3.core.Handle;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.dashboard.history.Keepsakes;
import org.terminal30.dashboard.history.TimeRange;

/**
 * The blocks that keep their windows for ever: those around something that went wrong, and those that the workshop wants. Of an event
 * its first hour and its end, with a minute around them.
 */
final class Attached {
    /** Engine starts have their waveform and figures, and a busy bay has too many; where nothing was measured nothing is to be seen. */
    private static final Set<EventKind> WITHOUT = EnumSet.of(EventKind.CRANKING, EventKind.NOT_WATCHING,
            EventKind.GAP);
    private static final long AROUND_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long LONGEST_NANOS = Duration.ofHours(1).toNanos();

    private final Keepsakes keepsakes;

    Attached(Keepsakes keepsakes) {
        this.keepsakes = keepsakes;
    }

    /** The numbers of the spans that keep their windows, of those that begin in the range; others may be among them. */
    Set<Long> spans(Handle handle, BayId bay, TimeRange range) {
        TimeRange around = new TimeRange(range.fromNanos() - AROUND_NANOS, range.toNanos() + AROUND_NANOS);
        Set<Long> spans = new HashSet<>();
        Stream.concat(
                EventTable.touching(handle, bay, around).stream().filter(event -> !WITHOUT.contains(event.kind()))
                        .flatMap(event -> stretches(event).stream()),
                keepsakes.touching(bay, around).stream()).map(stretch -> stretch.within(range))
                .filter(stretch -> !stretch.isEmpty()).forEach(stretch -> {
                    for (long span = Span.number(stretch.fromNanos()); span <= Span
                            .number(stretch.toNanos() - 1); span++) {
                        spans.add(span);
                    }
                });
        return spans;
    }

    private static List<TimeRange> stretches(Event event) {
        long start = event.timeNanos();
        long end = start + event.durationNanos();
        TimeRange begun = new TimeRange(start - AROUND_NANOS, Math.min(end, start + LONGEST_NANOS) + AROUND_NANOS);
        return event.open() ? List.of(begun) : List.of(begun, new TimeRange(end - AROUND_NANOS, end + AROUND_NANOS));
    }
}
