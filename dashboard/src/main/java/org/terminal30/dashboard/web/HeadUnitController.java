package org.terminal30.dashboard.web;

import java.util.List;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import jakarta.validation.Valid;

import org.terminal30.dashboard.headunit.HeadUnit;
import org.terminal30.dashboard.headunit.HeadUnitEntry;
import org.terminal30.dashboard.headunit.HeadUnitFile;
import org.terminal30.dashboard.headunit.HeadUnitFiles;
import org.terminal30.dashboard.headunit.HeadUnitProfile;
import org.terminal30.dashboard.headunit.HeadUnitProfiles;
import org.terminal30.dashboard.headunit.HeadUnits;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.profile.Choices;
import org.terminal30.dashboard.profile.FactKind;
import org.terminal30.dashboard.profile.Library;
import org.terminal30.dashboard.profile.Scope;
import org.terminal30.dashboard.security.Role;

/** Head units: what they are and what to go by with each. */
@Controller("/api/head-units")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class HeadUnitController {
    private final HeadUnits headUnits;
    private final KnownHeadUnits known;
    private final HeadUnitFiles files;
    private final HeadUnitProfiles profiles;
    private final Library library;
    private final Choices choices;

    HeadUnitController(HeadUnits headUnits, KnownHeadUnits known, HeadUnitFiles files, HeadUnitProfiles profiles,
            Library library, Choices choices) {
        this.headUnits = headUnits;
        this.known = known;
        this.files = files;
        this.profiles = profiles;
        this.library = library;
        this.choices = choices;
    }

    /** Those with the text in serial number, maker or model, or in the plate or VIN of their car, newest first. */
    @Get
    List<HeadUnit> search(@QueryValue(defaultValue = "") String q) {
        return headUnits.search(q);
    }

    @Post
    HttpResponse<HeadUnitFile> add(@Valid @Body HeadUnitEntry entry, Authentication who) {
        check(entry, 0);
        return HttpResponse.created(files.of(headUnits.add(entry, who.getName())));
    }

    @Get("/{id}")
    HeadUnitFile one(long id) {
        return files.of(known.get(id));
    }

    /** What a job goes by with it. */
    @Get("/{id}/profile")
    HeadUnitProfile profile(long id) {
        return profiles.of(known.get(id));
    }

    @Put("/{id}")
    HeadUnitFile change(long id, @Valid @Body HeadUnitEntry entry) {
        known.get(id);
        check(entry, id);
        return files.of(headUnits.change(id, entry));
    }

    /** Goes by this with this one head unit, whatever its profile says. */
    @Put("/{id}/facts/{fact}")
    HeadUnitFile choose(long id, String fact, @Valid @Body FactEntry entry, Authentication who) {
        HeadUnit unit = known.get(id);
        FactKind kind = FactEntry.kind(fact);
        choices.choose(Scope.headUnit(id), kind, entry.checked(kind), entry.knownSource(), who.getName());
        return files.of(unit);
    }

    /** Goes by its profile again. */
    @Post("/{id}/facts/{fact}/profile")
    HeadUnitFile asProfile(long id, String fact) {
        HeadUnit unit = known.get(id);
        choices.forget(Scope.headUnit(id), FactEntry.kind(fact));
        return files.of(unit);
    }

    private void check(HeadUnitEntry entry, long except) {
        String profile = entry.profileOrOther();
        if (library.find(profile).isEmpty()) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "profile",
                    "is \"%s\", which the library does not have".formatted(profile));
        }
        headUnits.sameSerial(entry, except).ifPresent(other -> {
            throw ProblemException.field(HttpStatus.CONFLICT, "serial", "belongs to head unit %d, %s".formatted(other
                    .id(), other.vehicle() == null ? "in no car now" : "in " + other.vehicle().plate()));
        });
    }
}
