package org.terminal30.dashboard.report;

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

/** Reads the courses of a job: every window has part in them, however long it was. */
final class ChartReading {
    /** Entries of a channel; a printed line has no room for more. */
    static final int POINTS = 480;

    private final History history;

    ChartReading(History history) {
        this.history = history;
    }

    /** The channels that were measured, in their order. */
    List<Course> courses(BayId bay, TimeRange range) {
        return Arrays.stream(Channel.values()).flatMap(channel -> course(bay, channel, range).stream()).toList();
    }

    private Optional<Course> course(BayId bay, Channel channel, TimeRange range) {
        Series series = new Series(bay, channel);
        Grid grid = history.grid(series, range, POINTS);
        List<Bucket> buckets = history.buckets(series, range, grid);
        return buckets.isEmpty() ? Optional.empty() : Optional.of(new Course(channel, buckets, grid.stepNanos()));
    }
}
