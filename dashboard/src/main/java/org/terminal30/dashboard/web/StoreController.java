package org.terminal30.dashboard.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;

import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.security.Role;

/** How the store of the history is, for the head of every page. */
@Controller("/api/history")
@Secured({Role.MANAGER, Role.TECHNICIAN})
class StoreController {
    private final History history;

    StoreController(History history) {
        this.history = history;
    }

    /** Never waits for the store. */
    @Get("/state")
    StoreView state() {
        return StoreView.of(history.state());
    }
}
