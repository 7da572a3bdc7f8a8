package org.terminal30.hardware.simulated;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;

/**
 * What a recording contains.
 *
 * @param channels its channels; the nominal interval is the median interval between the samples of a channel
 * @param rows number of rows, at least 2
 * @param durationNanos from the first row to the last
 */
public record TraceSurvey(List<ChannelInfo> channels, long rows, long durationNanos) {
    public TraceSurvey {
        channels = List.copyOf(channels);
    }

    static TraceSurvey of(Trace trace, TraceReader reader) throws TraceException {
        List<Column> columns = reader.channels().stream().map(Column::new).toList();
        IntervalMedian ofRows = new IntervalMedian();
        long rows = 0;
        long last = 0;
        while (reader.next()) {
            long now = reader.nanos();
            if (rows++ > 0) {
                ofRows.add(now - last);
            }
            last = now;
            for (int index = 0; index < columns.size(); index++) {
                if (!Double.isNaN(reader.value(index))) {
                    columns.get(index).sampleAt(now);
                }
            }
        }
        if (rows < 2) {
            throw new TraceException(trace.file(),
                    "has %d rows below its header, at least two are needed".formatted(rows));
        }
        if (columns.stream().allMatch(Column::isEmpty)) {
            throw new TraceException(trace.file(), "has no sample of any channel");
        }
        List<ChannelInfo> channels = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            channels.add(columns.get(index).info(trace, reader.columnName(index), ofRows));
        }
        return new TraceSurvey(channels, rows, last);
    }

    /** The samples of one channel. */
    private static final class Column {
        private static final long NEVER = Long.MIN_VALUE;

        private final Channel channel;
        private final IntervalMedian intervals = new IntervalMedian();
        private long last = NEVER;

        Column(Channel channel) {
            this.channel = channel;
        }

        void sampleAt(long nanos) {
            if (last != NEVER) {
                intervals.add(nanos - last);
            }
            last = nanos;
        }

        boolean isEmpty() {
            return last == NEVER;
        }

        /** Without two samples of its own, a channel was meant to have one in each row. */
        ChannelInfo info(Trace trace, String columnName, IntervalMedian ofRows) throws TraceException {
            double hertz = 1e9 / (intervals.isEmpty() ? ofRows : intervals).nanos();
            if (hertz > ChannelInfo.MAX_RATE_HERTZ) {
                throw new TraceException(trace.file(), "%s has %.0f samples per second, at most %.0f are taken"
                        .formatted(columnName, hertz, ChannelInfo.MAX_RATE_HERTZ));
            }
            // A device of its own for each: a recording does not tell which channels shared a converter.
            String device = "%s:%s".formatted(trace.file().getFileName(), columnName);
            return new ChannelInfo(channel, hertz, device, ChannelInfo.Timing.DEVICE);
        }
    }
}
