package org.terminal30.dashboard.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.live.EventView;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.security.Role;

/** One supply event by its id, which is unique in the workshop. */
@Controller("/api/events")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
final class EventController {
    private final History history;

    EventController(History history) {
        this.history = history;
    }

    @Get("/{id}")
    EventView one(String id) {
        return history.event(id).map(EventView::of)
                .orElseThrow(() -> ProblemException.notFound("There is no event %s.".formatted(id)));
    }
}
