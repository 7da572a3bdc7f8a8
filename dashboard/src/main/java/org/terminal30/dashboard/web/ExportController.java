package org.terminal30.dashboard.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

import org.terminal30.dashboard.export.ExportStream;
import org.terminal30.dashboard.export.Format;
import org.terminal30.dashboard.export.Stretch;
import org.terminal30.dashboard.export.View;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Jobs;
import org.terminal30.dashboard.workshop.Vehicles;
import org.terminal30.hardware.sample.Channel;

/** What a chart shows, or all of it, as a file: CSV, JSON or line protocol. */
@Controller("/api")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class ExportController {
    /** More single windows than of this time are a matter for the command. */
    private static final long MAX_RAW_NANOS = 7 * Level.DAY.stepNanos();

    private final History history;
    private final KnownBays bays;
    private final Vehicles vehicles;
    private final Jobs jobs;
    private final Clock clock;

    ExportController(History history, KnownBays bays, Vehicles vehicles, Jobs jobs, Clock clock) {
        this.history = history;
        this.bays = bays;
        this.vehicles = vehicles;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * What was measured at a bay.
     *
     * @param points steps at most, as for a chart; 0 for the finest that is kept
     */
    @Get("/bays/{bay}/export")
    HttpResponse<StreamedFile> ofBay(String bay, @QueryValue String format, @QueryValue List<String> channel,
            @QueryValue String from, @QueryValue String to, @QueryValue(defaultValue = "1000") int points) {
        TimeRange range = Span.range(from, to);
        return file("bay-" + bay, List.of(new Stretch(bays.get(bay), range)), range, format, channel, points);
    }

    /** What was measured in a vehicle's jobs. */
    @Get("/vehicles/{id}/export")
    HttpResponse<StreamedFile> ofVehicle(long id, @QueryValue String format, @QueryValue List<String> channel,
            @QueryValue String from, @QueryValue String to, @QueryValue(defaultValue = "1000") int points) {
        String plate = vehicles.find(id).orElseThrow(
                () -> ProblemException.notFound("There is no vehicle %d.".formatted(id))).plate();
        TimeRange range = Span.range(from, to);
        return file(plate, Stretch.ofJobs(jobs.intervals(id), range, EpochNanos.of(clock.instant())), range, format,
                channel, points);
    }

    private HttpResponse<StreamedFile> file(String name, List<Stretch> stretches, TimeRange range, String format,
            List<String> channels, int points) {
        Format written = Format.of(format).orElseThrow(() -> ProblemException.field(HttpStatus.BAD_REQUEST, "format",
                "is \"%s\", must be one of %s".formatted(format, Format.names())));
        List<Channel> measured = channels.stream().map(Span::channel).toList();
        View view = new View(stretches, measured, grid(stretches, range, points));
        String file = "%s-%s.%s".formatted(name.replaceAll("[^\\p{L}\\p{N}-]", "_"), EpochNanos.instant(range
                .fromNanos()).toString().replaceAll("[:.]", ""), written.extension());
        return HttpResponse.ok(new StreamedFile(new ExportStream(history.snapshot(), view, written), MediaType.of(
                written.mediaType())).attach(file));
    }

    private static Optional<Grid> grid(List<Stretch> stretches, TimeRange range, int points) {
        if (points != 0) {
            return Optional.of(Grid.covering(range, Span.points(points)));
        }
        long nanos = stretches.stream().mapToLong(stretch -> stretch.range().toNanos() - stretch.range().fromNanos())
                .sum();
        if (nanos > MAX_RAW_NANOS) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "points",
                    "is 0, every window of more than seven days: choose a shorter time, or use the command export");
        }
        return Optional.empty();
    }
}
