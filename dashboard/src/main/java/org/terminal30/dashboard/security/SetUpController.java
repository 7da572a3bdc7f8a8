package org.terminal30.dashboard.security;

import java.util.Optional;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

/** The page {@code /setup}, where the first manager is made. */
@Hidden
@Controller("/setup")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
final class SetUpController {
    private static final String WRONG_CODE = "This link is not valid. Use the one that the server printed at its last start.";
    private static final String DONE_BEFORE = "Terminal 30 is set up. Log in.";

    private final SetUp setUp;
    private final boolean loopbackOnly;

    SetUpController(SetUp setUp, @Value("${micronaut.server.host:}") String host) {
        this.setUp = setUp;
        this.loopbackOnly = host.equals("127.0.0.1");
    }

    @Get
    HttpResponse<ModelAndView<SetUpPage>> page(@QueryValue(defaultValue = "") String code) {
        return setUp.accepts(code) ? HttpResponse.ok(view(SetUpPage.form(code, "", "", ""))) : refused();
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<ModelAndView<SetUpPage>> make(HttpRequest<?> request, @Nullable String code, @Nullable String name,
            @Nullable String password) {
        String given = code == null ? "" : code;
        String who = name == null ? "" : name.strip();
        String secret = password == null ? "" : password;
        Optional<String> nameFault = PersonName.fault(who);
        Optional<String> passwordFault = Passwords.fault(secret);
        if (setUp.accepts(given) && (nameFault.isPresent() || passwordFault.isPresent())) {
            return HttpResponse.<ModelAndView<SetUpPage>>badRequest().body(view(SetUpPage.form(given, who, nameFault
                    .orElse(""), passwordFault.orElse(""))));
        }
        return setUp.makeManager(given, who, secret, RemoteAddress.of(request))
                ? HttpResponse.ok(view(SetUpPage.done(loopbackOnly)))
                : refused();
    }

    private HttpResponse<ModelAndView<SetUpPage>> refused() {
        return HttpResponse.<ModelAndView<SetUpPage>>status(HttpStatus.FORBIDDEN).body(view(SetUpPage.refused(setUp
                .isDone() ? DONE_BEFORE : WRONG_CODE)));
    }

    private static ModelAndView<SetUpPage> view(SetUpPage page) {
        return new ModelAndView<>("setup", page);
    }
}
