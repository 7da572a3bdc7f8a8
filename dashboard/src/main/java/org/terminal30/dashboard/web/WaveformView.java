package org.terminal30.dashboard.web;

import java.time.Instant;
import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.EpochNanos;

/**
 * The samples around a supply event, column by column as a chart wants it: values in the unit of the channel, and a null where
 * the measurement was away.
 *
 * @param event id of the event
 * @param startedAt start of the event
 * @param durationMillis of the event, so far while it is open
 * @param samples how many were recorded; more than there are points when these are the minima and maxima of equal steps
 * @param rateHertz samples per second, by the usual distance of two
 * @param t milliseconds after the start of the event, rising
 */
@Serdeable
record WaveformView(String event, String channel, Instant startedAt, double durationMillis, long samples,
        double rateHertz, List<Double> t,
        List<@Nullable Double> values) {

    static WaveformView of(WireRecord.Event event, WaveformPoints points) {
        return new WaveformView(event.id(), event.channel().wireName(), EpochNanos.instant(event.timeNanos()),
                event.durationNanos() / (double) EpochNanos.PER_MILLI,
                points.samples(), points.rateHertz(),
                points.points().stream()
                        .map(point -> (point.nanos() - event.timeNanos()) / (double) EpochNanos.PER_MILLI).toList(),
                points.points().stream().map(WaveformPoints.Sample::value).toList());
    }
}
