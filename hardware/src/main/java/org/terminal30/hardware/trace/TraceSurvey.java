package org.terminal30.hardware.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.terminal30.hardware.sample.ChannelInfo;

/**
 * What a recording contains.
 *
 * @param channels its channels; the nominal interval is the median interval between the samples of a channel
 * @param rows number of rows, at least 2
 * @param durationNanos from the first row to the last
 * @param facts how it was read
 */
public record TraceSurvey(List<ChannelInfo> channels, long rows, long durationNanos, TraceFacts facts) {
    public TraceSurvey {
        channels = List.copyOf(channels);
    }

    static TraceSurvey of(TraceForm form, TraceReader reader) throws TraceException {
        Path file = form.table().head().file();
        List<Samples> columns = form.channels().stream().map(Samples::new).toList();
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
            throw new TraceException(file, "has %d row with a time, at least two are needed".formatted(rows));
        }
        if (columns.stream().allMatch(Samples::isEmpty)) {
            throw new TraceException(file, "has no sample of any channel");
        }
        List<ChannelInfo> channels = new ArrayList<>();
        for (Samples column : columns) {
            channels.add(column.info(file, ofRows));
        }
        return new TraceSurvey(channels, rows, last, TraceFacts.of(form, reader.notes()));
    }

    /** The samples of one channel. */
    private static final class Samples {
        private static final long NEVER = Long.MIN_VALUE;

        private final ChannelColumn column;
        private final IntervalMedian intervals = new IntervalMedian();
        private long last = NEVER;

        Samples(ChannelColumn column) {
            this.column = column;
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
        ChannelInfo info(Path file, IntervalMedian ofRows) throws TraceException {
            double hertz = 1e9 / (intervals.isEmpty() ? ofRows : intervals).nanos();
            if (hertz > ChannelInfo.MAX_RATE_HERTZ) {
                throw new TraceException(file, "%s has %.0f samples per second, at most %.0f are taken"
                        .formatted(column.column().label(), hertz, ChannelInfo.MAX_RATE_HERTZ));
            }
            // A device of its own for each: a recording does not tell which channels shared a converter.
            String device = "%s:%s".formatted(file.getFileName(), column.column().option());
            return new ChannelInfo(column.channel(), hertz, device, ChannelInfo.Timing.DEVICE);
        }
    }
}
