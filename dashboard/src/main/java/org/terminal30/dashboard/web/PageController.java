package org.terminal30.dashboard.web;

import java.util.HashMap;
import java.util.Map;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;

import org.terminal30.dashboard.headunit.HeadUnits;
import org.terminal30.dashboard.profile.Library;
import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Bays;
import org.terminal30.dashboard.workshop.Vehicles;

/** The pages. They arrive without data: their modules fetch it where every other client does. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class PageController {
    private final Pages pages;
    private final Bays bays;
    private final Vehicles vehicles;
    private final HeadUnits headUnits;
    private final Library library;

    PageController(Pages pages, Bays bays, Vehicles vehicles, HeadUnits headUnits, Library library) {
        this.pages = pages;
        this.bays = bays;
        this.vehicles = vehicles;
        this.headUnits = headUnits;
        this.library = library;
    }

    @Get("/")
    ModelAndView<Map<String, Object>> wall(HttpRequest<?> request) {
        return view(pages.of(request, "wall", "All bays"), Map.of());
    }

    @Get("/bays/{bay}")
    ModelAndView<Map<String, Object>> bay(HttpRequest<?> request, String bay) {
        if (bays.find(bay).isEmpty()) {
            throw notFound("There is no bay %s. The wall shows all that have sent.".formatted(bay));
        }
        return view(pages.of(request, "bay", "Bay " + bay), Map.of("bay", bay));
    }

    @Get("/vehicles")
    ModelAndView<Map<String, Object>> vehicles(HttpRequest<?> request) {
        return view(pages.of(request, "vehicles", "Vehicles"), Map.of());
    }

    @Get("/vehicles/{vehicle}")
    ModelAndView<Map<String, Object>> vehicle(HttpRequest<?> request, long vehicle) {
        if (vehicles.find(vehicle).isEmpty()) {
            throw notFound("There is no vehicle %d.".formatted(vehicle));
        }
        return view(pages.of(request, "vehicle", "Vehicle"), Map.of("vehicle", vehicle));
    }

    @Get("/head-units")
    ModelAndView<Map<String, Object>> headUnits(HttpRequest<?> request) {
        return view(pages.of(request, "head-units", "Head units"), Map.of("manager", isManager(request)));
    }

    @Get("/head-units/{headUnit}")
    ModelAndView<Map<String, Object>> headUnit(HttpRequest<?> request, long headUnit) {
        if (headUnits.find(headUnit).isEmpty()) {
            throw notFound("There is no head unit %d.".formatted(headUnit));
        }
        return view(pages.of(request, "head-unit", "Head unit"), Map.of("headUnit", headUnit));
    }

    @Get("/savers")
    ModelAndView<Map<String, Object>> savers(HttpRequest<?> request) {
        return view(pages.of(request, "savers", "Memory savers"), Map.of());
    }

    @Get("/profiles")
    ModelAndView<Map<String, Object>> profiles(HttpRequest<?> request) {
        return view(pages.of(request, "profiles", "Profiles"), Map.of("manager", isManager(request)));
    }

    @Get("/profiles/{profile}")
    ModelAndView<Map<String, Object>> profile(HttpRequest<?> request, String profile) {
        if (library.find(profile).isEmpty()) {
            throw notFound("There is no profile %s.".formatted(profile));
        }
        return view(pages.of(request, "profile", "Profile"), Map.of("profile", profile, "manager", isManager(request)));
    }

    @Get("/alerts")
    ModelAndView<Map<String, Object>> alerts(HttpRequest<?> request) {
        return view(pages.of(request, "alerts", "Alerts"), Map.of());
    }

    @Get("/people")
    @Secured(Role.MANAGER)
    ModelAndView<Map<String, Object>> people(HttpRequest<?> request) {
        return view(pages.of(request, "people", "People"), Map.of());
    }

    @Get("/storage")
    ModelAndView<Map<String, Object>> storage(HttpRequest<?> request) {
        return view(pages.of(request, "storage", "Storage"), Map.of("manager", isManager(request)));
    }

    private static ModelAndView<Map<String, Object>> view(Page page, Map<String, Object> rest) {
        Map<String, Object> model = new HashMap<>(rest);
        model.put("page", page);
        return new ModelAndView<>(page.name(), model);
    }

    private static boolean isManager(HttpRequest<?> request) {
        return request.getUserPrincipal(Authentication.class).filter(who -> who.getRoles().contains(Role.MANAGER))
                .isPresent();
    }

    private static HttpStatusException notFound(String detail) {
        return new HttpStatusException(HttpStatus.NOT_FOUND, detail);
    }
}
