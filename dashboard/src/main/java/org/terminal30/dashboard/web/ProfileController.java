package org.terminal30.dashboard.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.micronaut.http.HttpRequest;
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
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.profile.Choices;
import org.terminal30.dashboard.profile.FactKind;
import org.terminal30.dashboard.profile.Library;
import org.terminal30.dashboard.profile.OwnProfiles;
import org.terminal30.dashboard.profile.Profile;
import org.terminal30.dashboard.profile.Profiles;
import org.terminal30.dashboard.profile.Scope;
import org.terminal30.dashboard.security.Audit;
import org.terminal30.dashboard.security.RemoteAddress;
import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Vehicle;
import org.terminal30.dashboard.workshop.Vehicles;

/** What is known of each kind of head unit. Everybody reads it; managers choose what the workshop goes by. */
@Controller("/api/profiles")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class ProfileController {
    private final Library library;
    private final Profiles profiles;
    private final Choices choices;
    private final OwnProfiles own;
    private final Vehicles vehicles;
    private final Audit audit;

    ProfileController(Library library, Profiles profiles, Choices choices, OwnProfiles own, Vehicles vehicles,
            Audit audit) {
        this.library = library;
        this.profiles = profiles;
        this.choices = choices;
        this.own = own;
        this.vehicles = vehicles;
        this.audit = audit;
    }

    /** All of them; with {@code vehicle} those that fit that car come first. */
    @Get
    List<ProfileLine> all(@Nullable @QueryValue Long vehicle) {
        Set<String> changed = choices.changedProfiles();
        Optional<Vehicle> car = vehicle == null ? Optional.empty() : vehicles.find(vehicle);
        return library.all().stream().map(profile -> ProfileLine.of(profile, changed.contains(profile.id()), car.map(
                known -> profile.fit(known.make(), known.model(), known.generation(), known.year())).orElse(0)))
                .sorted(Comparator.comparingInt(ProfileLine::fit).reversed()).toList();
    }

    @Get("/{id}")
    ProfileView one(String id) {
        return view(known(id));
    }

    /** Enters a kind that the library lacks; what is known of it is chosen fact by fact afterwards. */
    @Post
    @Secured(Role.MANAGER)
    HttpResponse<ProfileView> add(HttpRequest<?> request, Authentication who, @Valid @Body ProfileEntry entry) {
        String id = OwnProfiles.idOf(entry.knownName());
        boolean taken = library.find(id).isPresent()
                || library.all().stream().anyMatch(profile -> profile.name().equalsIgnoreCase(entry.knownName()));
        if (taken) {
            throw ProblemException.field(HttpStatus.CONFLICT, "name", "is that of another profile");
        }
        if (library.shipped(entry.knownAlike()).isEmpty()) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "alike",
                    "is \"%s\", which is no shipped profile".formatted(entry.knownAlike()));
        }
        own.add(entry.knownName(), entry.knownMaker(), entry.knownAlike(), entry.knownSource(), who.getName());
        audit.record(Audit.Act.PROFILE_ADDED, who.getName(), id, RemoteAddress.of(request));
        return HttpResponse.created(view(known(id)));
    }

    /** Forgets a kind of the workshop's own that no head unit is of. */
    @Post("/{id}/forget")
    @Secured(Role.MANAGER)
    HttpResponse<?> forget(HttpRequest<?> request, Authentication who, String id) {
        if (own.find(id).isEmpty()) {
            throw ProblemException.notFound("The workshop has entered no profile %s.".formatted(id));
        }
        if (!own.forget(id)) {
            throw ProblemException.conflict("Head units are of this kind: give them another one first.");
        }
        audit.record(Audit.Act.PROFILE_REMOVED, who.getName(), id, RemoteAddress.of(request));
        return HttpResponse.noContent();
    }

    /** Goes by this from now on, for every head unit of the profile that has no choice of its own. */
    @Put("/{id}/facts/{fact}")
    @Secured(Role.MANAGER)
    ProfileView choose(HttpRequest<?> request, Authentication who, String id, String fact,
            @Valid @Body FactEntry entry) {
        Profile profile = known(id);
        FactKind kind = FactEntry.kind(fact);
        choices.choose(Scope.profile(id), kind, entry.checked(kind), entry.knownSource(), who.getName());
        audit.record(Audit.Act.PROFILE_CHANGED, who.getName(), id + ": " + fact, RemoteAddress.of(request));
        return view(profile);
    }

    /** Goes by what is shipped again, in one fact. */
    @Post("/{id}/facts/{fact}/shipped")
    @Secured(Role.MANAGER)
    ProfileView asShipped(HttpRequest<?> request, Authentication who, String id, String fact) {
        Profile profile = known(id);
        choices.forget(Scope.profile(id), FactEntry.kind(fact));
        audit.record(Audit.Act.PROFILE_AS_SHIPPED, who.getName(), id + ": " + fact, RemoteAddress.of(request));
        return view(profile);
    }

    /** Goes by what is shipped again, in every fact. */
    @Post("/{id}/shipped")
    @Secured(Role.MANAGER)
    ProfileView asShipped(HttpRequest<?> request, Authentication who, String id) {
        Profile profile = known(id);
        choices.forget(Scope.profile(id));
        audit.record(Audit.Act.PROFILE_AS_SHIPPED, who.getName(), id, RemoteAddress.of(request));
        return view(profile);
    }

    private ProfileView view(Profile profile) {
        return new ProfileView(profile.id(), profile.name(), profile.makers(), profile.cars(), profiles.of(profile)
                .all(), library.sources(), own.find(profile.id()).orElse(null));
    }

    private Profile known(String id) {
        return library.find(id).orElseThrow(() -> ProblemException.notFound("There is no profile %s.".formatted(id)));
    }
}
