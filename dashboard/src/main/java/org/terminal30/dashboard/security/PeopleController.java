package org.terminal30.dashboard.security;

import java.util.ArrayList;
import java.util.List;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.problem.Problem.Violation;
import org.terminal30.dashboard.problem.ProblemException;

/** Who may log in; for managers. */
@Controller("/api/people")
@Secured(Role.MANAGER)
final class PeopleController {
    private final People people;
    private final Passwords passwords;
    private final PersonSessions sessions;
    private final Audit audit;

    PeopleController(People people, Passwords passwords, PersonSessions sessions, Audit audit) {
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Somebody to add; {@code role} is "manager" or "technician". */
    @Serdeable
    record NewPerson(@Nullable String name, @Nullable String role, @Nullable String password) {}

    @Serdeable
    record NewPassword(@Nullable String password) {}

    @Get
    List<Person> all() {
        return people.all();
    }

    @Post
    HttpResponse<Person> add(HttpRequest<?> request, Authentication by, @Body NewPerson wanted) {
        String name = text(wanted.name()).strip();
        String role = text(wanted.role());
        String password = text(wanted.password());
        List<Violation> violations = new ArrayList<>();
        PersonName.fault(name).ifPresent(fault -> violations.add(new Violation("name", fault)));
        if (!role.equals(Role.MANAGER) && !role.equals(Role.TECHNICIAN)) {
            violations.add(new Violation("role", "must be manager or technician"));
        }
        Passwords.fault(password).ifPresent(fault -> violations.add(new Violation("password", fault)));
        if (!violations.isEmpty()) {
            throw ProblemException.fields(HttpStatus.BAD_REQUEST, violations);
        }
        Person added = people.add(name, role, passwords.hash(password)).orElseThrow(() -> ProblemException.field(
                HttpStatus.CONFLICT, "name", "is taken"));
        audit.record(Audit.Act.PERSON_ADDED, by.getName(), added.name(), RemoteAddress.of(request));
        return HttpResponse.created(added);
    }

    @Post("/{id}/deactivate")
    HttpResponse<?> deactivate(HttpRequest<?> request, Authentication by, long id) {
        check(people.deactivate(id), id);
        sessions.sendOut(id);
        audit.record(Audit.Act.PERSON_DEACTIVATED, by.getName(), "person " + id, RemoteAddress.of(request));
        return HttpResponse.noContent();
    }

    @Post("/{id}/password")
    HttpResponse<?> resetPassword(HttpRequest<?> request, Authentication by, long id, @Body NewPassword wanted) {
        String password = text(wanted.password());
        Passwords.fault(password).ifPresent(fault -> {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "password", fault);
        });
        check(people.resetPassword(id, passwords.hash(password)), id);
        sessions.sendOut(id);
        audit.record(Audit.Act.PASSWORD_RESET, by.getName(), "person " + id, RemoteAddress.of(request));
        return HttpResponse.noContent();
    }

    private static void check(People.Change change, long id) {
        switch (change) {
            case DONE -> {
            }
            case NO_SUCH_PERSON -> throw ProblemException.notFound("There is no person " + id + ".");
            case LAST_MANAGER -> throw ProblemException.conflict(
                    "This is the last manager: make another one first, or nobody could let people in.");
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
