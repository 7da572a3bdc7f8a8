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
import jakarta.validation.Valid;

import org.terminal30.dashboard.live.AlarmView;
import org.terminal30.dashboard.live.AlarmViews;
import org.terminal30.dashboard.live.Wish;
import org.terminal30.dashboard.live.Wish.Action;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Alarm;
import org.terminal30.dashboard.workshop.Alarms;

/** Alarms, and the three answers to one. */
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

    private HttpResponse<?> answer(String id, Seen seen, Authentication who, Action action) {
        Alarm alarm = alarms.find(id).orElseThrow(
                () -> ProblemException.notFound("There is no alarm %s.".formatted(id)));
        Wish wish = new Wish.Answer(alarm.bay(), id, seen.revision(), action);
        return orders.place(wish, who.getName(), HttpStatus.OK, this::view);
    }

    private Optional<AlarmView> view(String id) {
        return alarms.find(id).map(views::of);
    }
}
