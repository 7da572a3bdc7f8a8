package org.terminal30.dashboard.web;

import java.util.List;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.live.BayBoard;
import org.terminal30.dashboard.live.BayView;
import org.terminal30.dashboard.live.EventView;
import org.terminal30.dashboard.security.Role;
import org.terminal30.hardware.sample.Channel;

/** How bays stand, and what they measured. */
@Controller("/api/bays")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
final class BayController {
    private final KnownBays bays;
    private final BayBoard board;
    private final History history;

    BayController(KnownBays bays, BayBoard board, History history) {
        this.bays = bays;
        this.board = board;
        this.history = history;
    }

    @Get
    List<BayView> all() {
        return board.all();
    }

    @Get("/{bay}")
    BayView one(String bay) {
        return board.of(bays.get(bay));
    }

    /** At most {@code points} steps of a channel; {@code from} inclusive, {@code to} exclusive. */
    @Get("/{bay}/history")
    HistoryView history(String bay, @QueryValue(defaultValue = "onboard") String channel, @QueryValue String from,
            @QueryValue String to, @QueryValue(defaultValue = "1000") int points) {
        BayId known = bays.get(bay);
        Channel measured = Span.channel(channel);
        TimeRange range = Span.range(from, to);
        Series series = new Series(known, measured);
        Grid grid = history.grid(series, range, Span.points(points));
        return HistoryView.of(measured, range, grid, history.buckets(series, range, grid));
    }

    /** The supply events that touch the range. */
    @Get("/{bay}/events")
    List<EventView> events(String bay, @QueryValue String from, @QueryValue String to) {
        return history.events(bays.get(bay), Span.range(from, to)).stream().map(EventView::of).toList();
    }
}
