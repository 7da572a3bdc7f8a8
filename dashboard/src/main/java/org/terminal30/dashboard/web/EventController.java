package org.terminal30.dashboard.web;

import java.util.List;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

import org.terminal30.agent.detect.CaptureLimits;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.live.EventView;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.security.Role;

/** One supply event by its id, which is unique in the workshop. */
@Controller("/api/events")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
final class EventController {
    /** Fewer do not show a shape. */
    static final int MIN_WAVEFORM_POINTS = 10;
    /** Samples that one answer holds at most. */
    static final int MAX_WAVEFORM_POINTS = 20_000;
    /** A capture that goes on beyond the usual is shown so long after the end of its event. */
    private static final long AFTER_END_MILLIS = 1_000;

    private final History history;

    EventController(History history) {
        this.history = history;
    }

    @Get("/{id}")
    EventView one(String id) {
        return EventView.of(event(id));
    }

    /**
     * The recording at full rate of the event's channel, from a second before its start to four seconds after it, or to a second
     * after its end: at most {@code points}, 10 to 20 000.
     */
    @Get("/{id}/waveform")
    WaveformView waveform(String id, @QueryValue(defaultValue = "2000") int points) {
        if (points < MIN_WAVEFORM_POINTS || points > MAX_WAVEFORM_POINTS) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "points",
                    "is %d, must be %d to %d".formatted(points, MIN_WAVEFORM_POINTS, MAX_WAVEFORM_POINTS));
        }
        WireRecord.Event event = event(id);
        TimeRange range = captured(event);
        List<WireRecord.Waveform> waveforms = history.waveforms(new Series(event.bay(), event.channel()), range);
        WaveformPoints shown = WaveformPoints.of(waveforms, range, points);
        if (shown.samples() == 0) {
            throw ProblemException.notFound("There is no full-rate recording of this event.");
        }
        return WaveformView.of(event, shown);
    }

    private static TimeRange captured(WireRecord.Event event) {
        CaptureLimits limits = CaptureLimits.DEFAULT;
        long after = Math.max(limits.afterMillis() * EpochNanos.PER_MILLI,
                event.durationNanos() + AFTER_END_MILLIS * EpochNanos.PER_MILLI);
        return new TimeRange(event.timeNanos() - limits.beforeMillis() * EpochNanos.PER_MILLI,
                event.timeNanos() + after);
    }

    private WireRecord.Event event(String id) {
        return history.event(id)
                .orElseThrow(() -> ProblemException.notFound("There is no event %s.".formatted(id)));
    }
}
