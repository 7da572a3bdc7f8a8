package org.terminal30.dashboard.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.DataFolder;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.recording.RecordingException;
import org.terminal30.dashboard.recording.Recordings;
import org.terminal30.dashboard.recording.Taken;
import org.terminal30.dashboard.registry.RegistryPlace;
import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Vehicles;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.trace.Trace;
import org.terminal30.hardware.trace.TraceColumns;

/** Takes a recorded trace into a vehicle's history; the body is the file. */
@Controller("/api/vehicles/{id}/recordings")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class RecordingController {
    private final Recordings recordings;
    private final Vehicles vehicles;
    private final Path folder;
    private final String site;

    RecordingController(Recordings recordings, Vehicles vehicles, @Property(name = DataFolder.PROPERTY) String folder,
            @Property(name = RegistryPlace.SITE_PROPERTY) String site) {
        this.recordings = recordings;
        this.vehicles = vehicles;
        this.folder = Path.of(folder);
        this.site = site;
    }

    /**
     * Takes it in; the same file again changes nothing.
     *
     * @param name of the file, for messages
     * @param start when its first row was recorded, if the file does not say it
     * @param channel {@code onboard=COLUMN}, as the agent's analyse takes it
     * @param time the column of the time
     * @param timeFormat how the time is written
     */
    @Post
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Taken take(long id, @QueryValue String name, @QueryValue Optional<String> start,
            @QueryValue(defaultValue = "") List<String> channel, @QueryValue Optional<String> time,
            @QueryValue Optional<String> timeFormat, @Body InputStream body, Authentication who) {
        if (vehicles.find(id).isEmpty()) {
            throw ProblemException.notFound("There is no vehicle %d.".formatted(id));
        }
        @Nullable
        Instant begin = start.filter(text -> !text.isBlank()).map(text -> Span.instant("start", text)).orElse(null);
        TraceColumns columns = columns(channel, time, timeFormat);
        try {
            return kept(name, body, file -> recordings.take(id, site, new Trace(file, columns), begin, who.getName()));
        } catch (RecordingException wrong) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "The file cannot be taken in. " + wrong.getMessage());
        }
    }

    private interface Reading {
        Taken read(Path file) throws RecordingException;
    }

    /** Kept in a folder of its own while it is read. */
    private Taken kept(String name, InputStream body, Reading reading) throws RecordingException {
        try {
            Path temporary = Files.createTempDirectory(folder, "upload-");
            Path file = Recordings.named(temporary, name);
            try {
                Files.copy(body, file);
                return reading.read(file);
            } catch (RecordingException wrong) {
                throw new RecordingException(wrong.getMessage().replace(temporary + "/", ""), wrong);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the recording cannot be kept while it is read", e);
        }
    }

    private static TraceColumns columns(List<String> channels, Optional<String> time, Optional<String> timeFormat) {
        Map<Channel, String> mapped = new EnumMap<>(Channel.class);
        for (String pair : channels) {
            if (!pair.isBlank()) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    throw ProblemException.field(HttpStatus.BAD_REQUEST, "channel",
                            "is \"%s\", must be CHANNEL=COLUMN such as onboard=Voltage".formatted(pair));
                }
                mapped.put(Span.channel(pair.substring(0, equals)), pair.substring(equals + 1));
            }
        }
        try {
            return new TraceColumns(mapped, time.filter(text -> !text.isBlank()), timeFormat.filter(text -> !text
                    .isBlank()));
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "timeFormat", String.valueOf(wrong.getMessage()));
        }
    }
}
