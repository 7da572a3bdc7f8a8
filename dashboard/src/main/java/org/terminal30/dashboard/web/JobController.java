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
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.Action;
import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.live.Wish;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.Jobs;
import org.terminal30.dashboard.workshop.Vehicles;

/** Starts jobs, goes through their steps and ends them, by asking the bay. */
@Controller("/api/bays/{bay}/job")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class JobController {
    private static final int MAX_WORDS = 200;

    private final KnownBays bays;
    private final Jobs jobs;
    private final Vehicles vehicles;
    private final JobBriefing briefing;
    private final OrderAnswers orders;

    JobController(KnownBays bays, Jobs jobs, Vehicles vehicles, JobBriefing briefing, OrderAnswers orders) {
        this.bays = bays;
        this.jobs = jobs;
        this.vehicles = vehicles;
        this.briefing = briefing;
        this.orders = orders;
    }

    /**
     * Which job to start, and for which vehicle.
     *
     * @param saver of the registry; null for the supply that the bay itself knows
     */
    @Serdeable
    record Start(
            @Nullable @NotBlank(message = "must be named") @Pattern(regexp = "watch|battery-swap|alternator-check|code-entry|relock-watch|\\s*", message = "must be watch, battery-swap, alternator-check, code-entry or relock-watch") String kind,
            @Min(value = 1, message = "must be chosen") long vehicle,
            @Nullable Long saver) {}

    /**
     * What is said of a step: nothing more than that it is done, or a value, or why it is left out.
     *
     * @param value with a decimal point or comma
     * @param skip why the step is left out
     */
    @Serdeable
    record Said(@Nullable @Size(max = MAX_WORDS, message = "must be shorter") String value,
            @Nullable @Size(max = MAX_WORDS, message = "must be shorter") String skip) {
        Action of(String step) {
            if (value != null && !value.isBlank()) {
                return new Action.Enter(step, value);
            }
            return skip == null || skip.isBlank() ? new Action.Tap(step) : new Action.Skip(step, skip);
        }
    }

    @Post
    HttpResponse<?> start(String bay, @Valid @Body Start start, Authentication who) {
        BayId known = bays.get(bay);
        if (vehicles.find(start.vehicle()).isEmpty()) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "vehicle", "is not registered");
        }
        Wish wish = new Wish.StartJob(known, String.valueOf(start.kind()), start.vehicle(),
                briefing.of(start.vehicle(), start.saver()));
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

    @Post("/steps/{step}")
    HttpResponse<?> say(String bay, String step, @Valid @Body Said said, Authentication who) {
        BayId known = bays.get(bay);
        Wish wish = new Wish.TickStep(known, running(known).id(), said.of(step));
        return orders.place(wish, who.getName(), HttpStatus.OK, jobs::find);
    }

    private Job running(BayId bay) {
        return jobs.running(bay).orElseThrow(
                () -> ProblemException.conflict("No job is running in bay %s.".formatted(bay.bay())));
    }

    private HttpResponse<?> end(String bay, Seen seen, Authentication who, boolean abort) {
        BayId known = bays.get(bay);
        Wish wish = new Wish.EndJob(known, running(known).id(), seen.revision(), abort);
        return orders.place(wish, who.getName(), HttpStatus.OK, jobs::find);
    }
}
