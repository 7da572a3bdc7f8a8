package org.terminal30.dashboard.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.alarm.Shelf;
import org.terminal30.dashboard.live.AlarmView;
import org.terminal30.dashboard.live.AlarmViews;
import org.terminal30.dashboard.live.Wish;
import org.terminal30.dashboard.live.Wish.Action;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Alarm;
import org.terminal30.dashboard.workshop.Alarms;

/** Alarms, and what can be done about one. */
@Controller("/api/alarms")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class AlarmController {
    private final Alarms alarms;
    private final AlarmViews views;
    private final OrderAnswers orders;

    AlarmController(Alarms alarms, AlarmViews views, OrderAnswers orders) {
        this.alarms = alarms;
        this.views = views;
        this.orders = orders;
    }

    /** Those that are not over; with {@code all} the newest of the past as well. */
    @Get
    List<AlarmView> list(@QueryValue(defaultValue = "false") boolean all) {
        Stream<Alarm> past = all ? alarms.past().stream() : Stream.empty();
        return Stream.concat(alarms.open().stream(), past).map(views::of).toList();
    }

    @Post("/{id}/acknowledge")
    HttpResponse<?> acknowledge(String id, @Valid @Body Seen seen, Authentication who) {
        return answer(id, seen, who, Action.ACKNOWLEDGE);
    }

    @Post("/{id}/silence")
    HttpResponse<?> silence(String id, @Valid @Body Seen seen, Authentication who) {
        return answer(id, seen, who, Action.SILENCE);
    }

    @Post("/{id}/reset")
    HttpResponse<?> reset(String id, @Valid @Body Seen seen, Authentication who) {
        return answer(id, seen, who, Action.RESET);
    }

    @Post("/{id}/unshelve")
    HttpResponse<?> unshelve(String id, @Valid @Body Seen seen, Authentication who) {
        return answer(id, seen, who, Action.UNSHELVE);
    }

    /** For how long an alarm is put away, and why. */
    @Serdeable
    record Shelving(
            @Min(value = 1, message = "must be 1 or more") int revision,
            @Min(value = 1, message = "must be 1 to 15") @Max(value = Shelf.MAX_MINUTES, message = "must be 1 to 15") int minutes,
            @Nullable @NotBlank(message = "must be given") @Size(max = Shelf.MAX_WHY, message = "must be at most 120 characters") String why) {}

    @Post("/{id}/shelve")
    HttpResponse<?> shelve(String id, @Valid @Body Shelving shelving, Authentication who) {
        Wish wish = new Wish.Shelve(find(id).bay(), id, shelving.revision(), shelving.minutes(),
                String.valueOf(shelving.why()));
        return orders.place(wish, who.getName(), HttpStatus.OK, this::view);
    }

    private HttpResponse<?> answer(String id, Seen seen, Authentication who, Action action) {
        Wish wish = new Wish.Answer(find(id).bay(), id, seen.revision(), action);
        return orders.place(wish, who.getName(), HttpStatus.OK, this::view);
    }

    private Alarm find(String id) {
        return alarms.find(id).orElseThrow(() -> ProblemException.notFound("There is no alarm %s.".formatted(id)));
    }

    private Optional<AlarmView> view(String id) {
        return alarms.find(id).map(views::of);
    }
}
