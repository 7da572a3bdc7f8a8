package org.terminal30.dashboard.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.live.Wish;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.Jobs;
import org.terminal30.dashboard.workshop.Vehicles;

/** Starts and ends jobs, by asking the bay. */
@Controller("/api/bays/{bay}/job")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class JobController {
    private final KnownBays bays;
    private final Jobs jobs;
    private final Vehicles vehicles;
    private final OrderAnswers orders;

    JobController(KnownBays bays, Jobs jobs, Vehicles vehicles, OrderAnswers orders) {
        this.bays = bays;
        this.jobs = jobs;
        this.vehicles = vehicles;
        this.orders = orders;
    }

    /** Which job to start, and for which vehicle. */
    @Serdeable
    record Start(
            @Nullable @NotBlank(message = "must be named") @Pattern(regexp = "watch|\\s*", message = "must be watch") String kind,
            @Min(value = 1, message = "must be chosen") long vehicle) {}

    @Post
    HttpResponse<?> start(String bay, @Valid @Body Start start, Authentication who) {
        BayId known = bays.get(bay);
        if (vehicles.find(start.vehicle()).isEmpty()) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "vehicle", "is not registered");
        }
        Wish wish = new Wish.StartJob(known, String.valueOf(start.kind()), start.vehicle());
        return orders.place(wish, who.getName(), HttpStatus.CREATED, jobs::find);
    }

    @Post("/finish")
    HttpResponse<?> finish(String bay, @Valid @Body Seen seen, Authentication who) {
        return end(bay, seen, who, false);
    }

    @Post("/abort")
    HttpResponse<?> abort(String bay, @Valid @Body Seen seen, Authentication who) {
        return end(bay, seen, who, true);
    }

    private HttpResponse<?> end(String bay, Seen seen, Authentication who, boolean abort) {
        BayId known = bays.get(bay);
        Job job = jobs.running(known).orElseThrow(
                () -> ProblemException.conflict("No job is running in bay %s.".formatted(bay)));
        Wish wish = new Wish.EndJob(known, job.id(), seen.revision(), abort);
        return orders.place(wish, who.getName(), HttpStatus.OK, jobs::find);
    }
}
