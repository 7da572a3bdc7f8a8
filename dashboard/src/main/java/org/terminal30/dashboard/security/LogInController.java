package org.terminal30.dashboard.security;

import java.net.URI;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.problem.ProblemException;

/** The pages {@code /login} and {@code /logout}. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
final class LogInController {
    private static final URI WALL = URI.create("/");
    private static final URI LOG_IN = URI.create("/login");

    private final LogIn logIn;
    private final PersonSessions sessions;
    private final SetUp setUp;
    private final CsrfTokens csrf;
    private final Audit audit;

    LogInController(LogIn logIn, PersonSessions sessions, SetUp setUp, CsrfTokens csrf, Audit audit) {
        this.logIn = logIn;
        this.sessions = sessions;
        this.setUp = setUp;
        this.csrf = csrf;
        this.audit = audit;
    }

    @Get("/login")
    @Secured(SecurityRule.IS_ANONYMOUS)
    ModelAndView<LogInPage> page() {
        return view("", "");
    }

    @Post("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> logIn(HttpRequest<?> request, @Nullable String name, @Nullable String password) {
        String who = name == null ? "" : name.strip();
        return switch (logIn.attempt(who, password == null ? "" : password, RemoteAddress.of(request))) {
            case LogIn.Outcome.Welcome welcome -> {
                sessions.open(request, welcome.person());
                yield HttpResponse.seeOther(WALL);
            }
            case LogIn.Outcome.Refused refused -> HttpResponse.unauthorized().body(view(who,
                    "Name or password is wrong."));
            case LogIn.Outcome.Locked locked -> HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS).header(
                    "Retry-After", Long.toString(locked.left().toSeconds() + 1)).body(
                            view(who,
                                    "Too many attempts: try again in %d minutes."
                                            .formatted(locked.left().toMinutes() + 1)));
        };
    }

    /** A form with the field {@code csrfToken}. */
    @Post("/logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Role.MANAGER, Role.TECHNICIAN})
    HttpResponse<?> logOut(HttpRequest<?> request, Authentication who, @Nullable String csrfToken) {
        if (!csrf.validateCsrfToken(request, csrfToken)) {
            throw ProblemException.of(HttpStatus.FORBIDDEN, "The field csrfToken is not that of this session.");
        }
        sessions.close(request);
        audit.record(Audit.Act.LOG_OUT, who.getName(), "", RemoteAddress.of(request));
        return HttpResponse.seeOther(LOG_IN);
    }

    private ModelAndView<LogInPage> view(String name, String error) {
        return new ModelAndView<>("login", new LogInPage(name, error, !setUp.isDone()));
    }
}
