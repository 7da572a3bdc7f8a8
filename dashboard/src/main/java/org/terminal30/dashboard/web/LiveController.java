package org.terminal30.dashboard.web;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import org.reactivestreams.Publisher;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.live.BayBoard;
import org.terminal30.dashboard.live.OrderLines;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.security.BayAuthentication;
import org.terminal30.dashboard.security.Role;

/** The three streams of server-sent events: all bays, one bay, and the orders for a bay. */
@Controller("/api")
final class LiveController {
    private final KnownBays bays;
    private final BayBoard board;
    private final OrderLines lines;

    LiveController(KnownBays bays, BayBoard board, OrderLines lines) {
        this.bays = bays;
        this.board = board;
        this.lines = lines;
    }

    @Get(value = "/live", produces = MediaType.TEXT_EVENT_STREAM)
    @Secured({Role.MANAGER, Role.TECHNICIAN})
    @ExecuteOn(TaskExecutors.BLOCKING)
    Publisher<Event<String>> all() {
        return board.watchAll();
    }

    @Get(value = "/bays/{bay}/live", produces = MediaType.TEXT_EVENT_STREAM)
    @Secured({Role.MANAGER, Role.TECHNICIAN})
    @ExecuteOn(TaskExecutors.BLOCKING)
    Publisher<Event<String>> one(String bay) {
        return board.watch(bays.get(bay));
    }

    /** For the bay itself, by its token. */
    @Get(value = "/bays/{bay}/orders", produces = MediaType.TEXT_EVENT_STREAM)
    @Secured(Role.BAY)
    @ExecuteOn(TaskExecutors.BLOCKING)
    Publisher<Event<String>> orders(String bay, Authentication authentication) {
        BayId own = BayAuthentication.bay(authentication).filter(known -> known.bay().equals(bay)).orElseThrow(
                () -> ProblemException.notFound("There is no bay %s for this token.".formatted(bay)));
        return lines.connect(own);
    }
}
