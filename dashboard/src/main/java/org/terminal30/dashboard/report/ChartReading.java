package org.terminal30.dashboard.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.report.Measured.Course;
import org.terminal30.hardware.sample.Channel;

/** Reads the courses of a job in bounded time, however long it was. */
final class ChartReading {
    /** Entries of a channel; a printed line has no room for more. */
    static final int POINTS = 480;
    /** Up to this length every window is read: 860 000 of them for each channel. */
    static final Duration LONGEST_WHOLE = Duration.ofHours(24);
    /** Entries of a longer job, each read from a sip. */
    static final int SIPS = 240;
    static final Duration SIP = Duration.ofSeconds(10);

    private final History history;

    ChartReading(History history) {
        this.history = history;
    }

    /** The channels that were measured, in their order. */
    List<Course> courses(BayId bay, TimeRange range) {
        boolean whole = range.toNanos() - range.fromNanos() <= LONGEST_WHOLE.toNanos();
        return Arrays.stream(Channel.values())
                .flatMap(channel -> (whole ? whole(bay, channel, range) : sips(bay, channel, range)).stream()).toList();
    }

    private Optional<Course> whole(BayId bay, Channel channel, TimeRange range) {
        Grid grid = Grid.covering(range, POINTS);
        List<Bucket> buckets = history.buckets(new Series(bay, channel), range, grid);
        return buckets.isEmpty() ? Optional.empty() : Optional.of(new Course(channel, buckets, grid.stepNanos(), true));
    }

    private Optional<Course> sips(BayId bay, Channel channel, TimeRange range) {
        long step = (range.toNanos() - range.fromNanos()) / SIPS;
        Series series = new Series(bay, channel);
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < SIPS; i++) {
            long at = range.fromNanos() + i * step;
            TimeRange sip = new TimeRange(at, at + SIP.toNanos()).within(range);
            buckets.addAll(history.buckets(series, sip, new Grid(at, SIP.toNanos())));
        }
        return buckets.isEmpty() ? Optional.empty() : Optional.of(new Course(channel, buckets, step, false));
    }
}
