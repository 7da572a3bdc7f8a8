package org.terminal30.dashboard.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import jakarta.validation.Valid;

import org.terminal30.dashboard.headunit.Fittings;
import org.terminal30.dashboard.headunit.HeadUnit;
import org.terminal30.dashboard.headunit.HeadUnitFile;
import org.terminal30.dashboard.headunit.HeadUnitFiles;
import org.terminal30.dashboard.headunit.HeadUnitProfiles;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Vehicle;
import org.terminal30.dashboard.workshop.Vehicles;

/** Head units that move between cars. */
@Controller("/api")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class FittingController {
    private final Fittings fittings;
    private final KnownHeadUnits known;
    private final HeadUnitFiles files;
    private final HeadUnitProfiles profiles;
    private final Vehicles vehicles;

    FittingController(Fittings fittings, KnownHeadUnits known, HeadUnitFiles files, HeadUnitProfiles profiles,
            Vehicles vehicles) {
        this.fittings = fittings;
        this.known = known;
        this.files = files;
        this.profiles = profiles;
        this.vehicles = vehicles;
    }

    /** The head unit of a vehicle, and those it had. */
    @Get("/vehicles/{id}/head-unit")
    VehicleRadio ofVehicle(long id) {
        if (vehicles.find(id).isEmpty()) {
            throw ProblemException.notFound("There is no vehicle %d.".formatted(id));
        }
        return new VehicleRadio(profiles.ofVehicle(id).orElse(null), fittings.ofVehicle(id));
    }

    /** Puts a head unit that is in no car into one that has none. */
    @Post("/head-units/{id}/fit")
    HttpResponse<HeadUnitFile> fit(long id, @Valid @Body FittingEntry entry, Authentication who) {
        HeadUnit unit = known.get(id);
        Vehicle vehicle = vehicles.find(entry.vehicle()).orElseThrow(() -> ProblemException.field(
                HttpStatus.BAD_REQUEST, "vehicle", "is %d, which is not registered".formatted(entry.vehicle())));
        fittings.fit(id, vehicle.id(), entry.day(), who.getName()).ifPresent(obstacle -> {
            throw refusal(obstacle, unit, vehicle, entry);
        });
        return HttpResponse.created(files.of(known.get(id)));
    }

    /** Takes a head unit out of its car. */
    @Post("/head-units/{id}/remove")
    HeadUnitFile remove(long id, @Valid @Body RemovalEntry entry) {
        HeadUnit unit = known.get(id);
        if (unit.vehicle() == null) {
            throw ProblemException.conflict("This head unit is in no car.");
        }
        if (!fittings.remove(id, entry.day())) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "removedOn",
                    "is %s, before it was fitted".formatted(entry.day()));
        }
        return files.of(known.get(id));
    }

    /** Takes back a stay that was entered wrong; the right one is entered again. */
    @Post("/head-units/{id}/fittings/{fitting}/take-back")
    HeadUnitFile takeBack(long id, long fitting, @Valid @Body CorrectionEntry entry, Authentication who) {
        HeadUnit unit = known.get(id);
        if (!fittings.takeBack(id, fitting, entry.reason(), who.getName())) {
            throw ProblemException.notFound("Head unit %d has no stay %d.".formatted(id, fitting));
        }
        return files.of(known.get(unit.id()));
    }

    private static ProblemException refusal(Fittings.Obstacle obstacle, HeadUnit unit, Vehicle vehicle,
            FittingEntry entry) {
        return switch (obstacle) {
            case HEAD_UNIT_IN_A_CAR -> ProblemException.field(HttpStatus.CONFLICT, "vehicle",
                    "cannot be chosen: this head unit is in %s, enter its removal first".formatted(unit
                            .vehicle() == null ? "a car" : unit.vehicle().plate()));
            case CAR_HAS_ONE -> ProblemException.field(HttpStatus.CONFLICT, "vehicle",
                    "is %s, which has another head unit: enter that one's removal first".formatted(vehicle.plate()));
            case BEFORE_THE_LAST_REMOVAL -> ProblemException.field(HttpStatus.BAD_REQUEST, "fittedOn",
                    "is %s, before the last removal of this head unit or from this car".formatted(entry.day()));
        };
    }
}
