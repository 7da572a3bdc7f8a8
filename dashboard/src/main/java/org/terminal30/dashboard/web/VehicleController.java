package org.terminal30.dashboard.web;

import java.time.Instant;
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

import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.HistoryUnavailableException;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.live.EventView;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.report.ReportDesk;
import org.terminal30.dashboard.report.ReportNumber;
import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.Jobs;
import org.terminal30.dashboard.workshop.Lock;
import org.terminal30.dashboard.workshop.Locks;
import org.terminal30.dashboard.workshop.Vehicle;
import org.terminal30.dashboard.workshop.VehicleEntry;
import org.terminal30.dashboard.workshop.VehicleRef;
import org.terminal30.dashboard.workshop.Vehicles;
import org.terminal30.dashboard.workshop.Visits;
import org.terminal30.hardware.sample.Channel;

/** Vehicles, what was measured on them and when their radios locked. */
@Controller("/api/vehicles")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class VehicleController {
    private final Vehicles vehicles;
    private final Visits visits;
    private final Locks locks;
    private final Jobs jobs;
    private final ReportDesk reports;

    VehicleController(Vehicles vehicles, Visits visits, Locks locks, Jobs jobs, ReportDesk reports) {
        this.jobs = jobs;
        this.reports = reports;
        this.vehicles = vehicles;
        this.visits = visits;
        this.locks = locks;
    }

    /**
     * Those with the text in plate, VIN, make, model or the serial number of the fitted head unit, newest first; of the number of
     * a report, the vehicle that it is about.
     */
    @Get
    List<Vehicle> search(@QueryValue(defaultValue = "") String q) {
        return ReportNumber.isMeant(q) ? ofReport(q) : vehicles.search(q);
    }

    private List<Vehicle> ofReport(String number) {
        return ReportNumber.find(number).flatMap(reports::job).flatMap(jobs::find).map(Job::vehicle).map(VehicleRef::id)
                .flatMap(vehicles::find).stream().toList();
    }

    @Post
    HttpResponse<Vehicle> add(@Valid @Body VehicleEntry entry) {
        checkVin(entry);
        return HttpResponse.created(vehicles.add(entry).orElseThrow(() -> taken(entry)));
    }

    @Get("/{id}")
    VehicleFile one(long id) {
        Vehicle vehicle = known(id);
        try {
            return VehicleFile.of(vehicle, visits.of(id), null, locks.of(id));
        } catch (HistoryUnavailableException away) {
            return VehicleFile.of(vehicle, List.of(), away.getMessage(), locks.of(id));
        }
    }

    @Put("/{id}")
    Vehicle change(long id, @Valid @Body VehicleEntry entry) {
        known(id);
        checkVin(entry);
        return vehicles.change(id, entry).orElseThrow(() -> taken(entry));
    }

    /** What was measured in the vehicle's jobs; at most {@code points} steps. */
    @Get("/{id}/history")
    HistoryView history(long id, @QueryValue(defaultValue = "onboard") String channel, @QueryValue String from,
            @QueryValue String to, @QueryValue(defaultValue = "1000") int points) {
        known(id);
        Channel measured = Span.channel(channel);
        TimeRange range = Span.range(from, to);
        Grid grid = visits.grid(id, measured, range, Span.points(points));
        return HistoryView.of(measured, range, grid, visits.buckets(id, measured, range, grid));
    }

    @Get("/{id}/events")
    List<EventView> events(long id, @QueryValue String from, @QueryValue String to) {
        known(id);
        return visits.events(id, Span.range(from, to)).stream().map(EventView::of).toList();
    }

    /** Enters that the radio was found locked. */
    @Post("/{id}/locks")
    HttpResponse<Lock> lock(long id, @Valid @Body LockEntry entry, Authentication who) {
        known(id);
        Instant from = Span.instant(entry.at() == null ? "from" : "at", entry.earliest());
        Instant to = Span.instant(entry.at() == null ? "to" : "at", entry.latest());
        if (to.isBefore(from)) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "to", "must not be before from");
        }
        return HttpResponse.created(locks.add(id, from, to, entry.knownDisplay(), entry.knownBefore(),
                entry.note(), who.getName()));
    }

    private Vehicle known(long id) {
        return vehicles.find(id).orElseThrow(
                () -> ProblemException.notFound("There is no vehicle %d.".formatted(id)));
    }

    private static void checkVin(VehicleEntry entry) {
        entry.vinDoubt().ifPresent(doubt -> {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "vin",
                    doubt + ". Look again; if it stands so on the car, confirm it with vinAsOnCar");
        });
    }

    private static ProblemException taken(VehicleEntry entry) {
        return ProblemException.field(HttpStatus.CONFLICT, "plate",
                "%s belongs to another vehicle".formatted(entry.plate()));
    }
}
