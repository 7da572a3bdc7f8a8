package org.terminal30.dashboard.web;

import java.time.Instant;
import java.util.List;

import io.micronaut.serde.annotation.Serdeable;

import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.hardware.sample.Channel;

/**
 * A chart's worth of history, column by column as a chart wants it. Where nothing was measured there is no entry: a gap is where
 * two neighbours are further apart than one and a half steps.
 *
 * @param t starts of the steps, milliseconds since the epoch
 */
@Serdeable
record HistoryView(
        String channel,
        Instant from,
        Instant to,
        long stepMillis,
        List<Long> t,
        List<Double> min,
        List<Double> max,
        List<Double> mean) {

    static HistoryView of(Channel channel, TimeRange range, Grid grid, List<Bucket> buckets) {
        return new HistoryView(channel.wireName(), Span.start(range), Span.end(range),
                EpochNanos.millis(grid.stepNanos()),
                buckets.stream().map(bucket -> EpochNanos.millis(bucket.startNanos())).toList(),
                buckets.stream().map(Bucket::minimum).toList(), buckets.stream().map(Bucket::maximum).toList(),
                buckets.stream().map(Bucket::mean).toList());
    }
}
