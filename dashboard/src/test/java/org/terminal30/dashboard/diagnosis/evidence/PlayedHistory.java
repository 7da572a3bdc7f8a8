package org.terminal30.dashboard.diagnosis.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.history.Kept;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.Stored;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.hardware.sample.Channel;

/** A history that has no rows: windows are worked out from the course of the voltage when somebody asks for them. */
final class PlayedHistory implements History {
    private static final long WINDOW = 100_000_000L;

    private final Map<Channel, Course> courses = new EnumMap<>(Channel.class);
    private final List<Event> events = new ArrayList<>();
    private final List<TimeRange> recorded = new ArrayList<>();
    private final List<TimeRange> silent = new ArrayList<>();

    /** What a channel does, and where it was attached. */
    void channel(Channel channel, Course course) {
        courses.put(channel, course);
    }

    void event(Event event) {
        events.add(event);
    }

    /** The bay was on and measuring. */
    void recorded(TimeRange range) {
        recorded.add(range);
    }

    /** The bay had no samples. */
    void silent(TimeRange range) {
        silent.add(range);
    }

    @Override
    public List<Bucket> buckets(Series series, TimeRange range, Grid grid) {
        Course course = courses.get(series.channel());
        List<Bucket> buckets = new ArrayList<>();
        if (course == null) {
            return buckets;
        }
        for (long at = range.fromNanos(); at < range.toNanos(); at += grid.stepNanos()) {
            if (measured(at, course)) {
                double mean = grid.isFinest()
                        ? course.at(at)
                        : course.mean(at, Math.min(range.toNanos(), at + grid
                                .stepNanos()));
                buckets.add(new Bucket(at, mean - course.noise(at), mean + course.noise(at + WINDOW), mean));
            }
        }
        return buckets;
    }

    private boolean measured(long at, Course course) {
        return course.attached(at) && recorded.stream().anyMatch(range -> at >= range.fromNanos() && at < range
                .toNanos()) && silent.stream().noneMatch(range -> at >= range.fromNanos() && at < range.toNanos());
    }

    @Override
    public List<Event> events(BayId bay, TimeRange range) {
        return events.stream().filter(event -> event.timeNanos() < range.toNanos()
                && event.timeNanos() + event.durationNanos() >= range.fromNanos())
                .sorted(Comparator.comparingLong(Event::timeNanos)).toList();
    }

    @Override
    public Stored store(List<WireRecord.Window> windows, List<Event> stored, List<WireRecord.Waveform> waveforms) {
        throw new UnsupportedOperationException("played, not stored");
    }

    @Override
    public OptionalDouble lowest(Series series, TimeRange range) {
        throw new UnsupportedOperationException("nobody asks for it");
    }

    @Override
    public Optional<Event> event(String id) {
        throw new UnsupportedOperationException("nobody asks for it");
    }

    @Override
    public List<WireRecord.Waveform> waveforms(Series series, TimeRange range) {
        throw new UnsupportedOperationException("nobody asks for it");
    }

    @Override
    public HistorySnapshot snapshot() {
        throw new UnsupportedOperationException("there are no cells");
    }

    @Override
    public void putBack(Kept kept) {
        throw new UnsupportedOperationException("there are no cells");
    }
}
